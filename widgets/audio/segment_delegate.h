// How fields of segments are typed: times that must be times, labels and classes from a list, speakers completed from
// those used, what is said with keys that play.
#pragma once
#include <QStyledItemDelegate>

class QLineEdit;

namespace widgets {

class SegmentModel;

class SegmentDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit SegmentDelegate(SegmentModel &model, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    void finish(QWidget *editor);  // as Enter does, without going on

signals:
    void told(const QString &note);
    void playWanted(const QByteArray &act);     // "sound.play", "sound.back"
    void nextWanted(const QModelIndex &index);  // Enter in what is said: on with the next row

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *listEditor(QWidget *parent, const QModelIndex &index) const;
    bool isRefused(QLineEdit &editor, const QModelIndex &index);
    bool keyPressed(QLineEdit &editor, int key);

    SegmentModel &m_model;
    mutable QPersistentModelIndex m_edited;
};

}  // namespace widgets
