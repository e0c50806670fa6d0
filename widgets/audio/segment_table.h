// The segments of a sound as a table: what is chosen in it is chosen on the waveform, and the other way round.
#pragma once
#include "core/audio/segment_edits.h"
#include <QTableView>

namespace widgets {

class SegmentDelegate;
class SegmentMarks;
class SegmentModel;

class SegmentTable : public QTableView {
    Q_OBJECT
public:
    explicit SegmentTable(const SegmentMarks &marks, QWidget *parent = nullptr);

    void refresh();  // the marks have another content
    void setSelected(const QList<core::AnnotationId> &selected);
    SegmentModel &model() { return *m_model; }
    void editContent(core::AnnotationId segment);  // opens the field of what is said, else that of the speaker
    // Proposes what is typed. The caret in what is said is kept for takeCaret().
    void finishTyping();
    // Where the caret stood, in bytes, when finishTyping() closed what that segment says; once.
    std::optional<std::size_t> takeCaret(core::AnnotationId segment);

signals:
    void acted(const core::SegmentAct &act);
    void segmentsSelected(const QList<core::AnnotationId> &selected);
    void playAsked(core::AnnotationId segment);
    void playWanted(const QByteArray &act);
    void told(const QString &note);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void goOn(const QModelIndex &from);
    void setWidths();
    QWidget *openEditor() const;

    const SegmentMarks &m_marks;
    SegmentModel *m_model;
    SegmentDelegate *m_delegate;
    bool m_following = false;  // the selection comes from outside
    std::optional<std::pair<core::AnnotationId, std::size_t>> m_caret;
};

}  // namespace widgets
