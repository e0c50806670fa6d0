// The labels as lines of a list: filtered by what is typed, drawn with swatch, name, count and key. Where a job has
// labels of several roles each role is a section with a heading.
#pragma once
#include "core/labels.h"
#include "core/reader.h"
#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <memory>
#include <unordered_map>

namespace widgets {

class LabelModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        ColorRole,
        CountRole,
        KeyRole,
        CurrentRole,
        MarkedRole,
        AddRole,      // core::LabelRole as int: the line that adds one; else invalid
        HeadingRole,  // bool
        EndsRole,     // of a relation: "Book → Person"
    };
    using QAbstractListModel::QAbstractListModel;

    void setKind(core::JobKind kind);
    void setLabels(std::shared_ptr<const std::vector<core::Label>> labels);
    void setCounts(const std::vector<core::LabelCount> &counts);
    void setCurrent(core::LabelId label);  // also the most recent one
    void setMarked(const QList<core::LabelId> &labels);
    void setKeyTexts(const QStringList &keys);
    void setSearch(
        const QString &text);  // not empty: the fitting ones, most recent first; then "Add …" unless one has the name
    void setReadOnly(bool readOnly);
    void retranslate();  // headings

    const std::vector<core::Label> &labels() const;
    const core::Label *label(core::LabelId id) const;
    const core::Label *labelAt(int row) const;             // null: a heading or an "Add …" line
    std::optional<core::LabelRole> addsAt(int row) const;  // what such a line adds
    int firstChoice() const;                               // the first line that is no heading; -1: none
    core::LabelCount countOf(core::LabelId id) const;
    int rowOf(core::LabelId id) const;
    QString keyOf(const core::Label &label) const;
    QString endsOf(const core::Label &label) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void moveWanted(core::LabelId label, int row);  // to stand before what is at that row now

private:
    struct Line {
        enum Kind { Heading, Label, Add } kind = Label;
        std::size_t label = 0;  // index
        core::LabelRole role = core::LabelRole::Plain;
    };
    void list();
    void listSection(core::LabelRole role);
    QVariant labelData(const core::Label &label, int role) const;
    QString addText(core::LabelRole role) const;
    bool isSectioned() const { return core::rolesOf(m_kind).size() > 1; }
    void repaintAll();

    core::JobKind m_kind = core::JobKind::ImageClassification;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    std::vector<Line> m_lines;
    std::unordered_map<core::LabelId, core::LabelCount> m_counts;
    std::vector<core::LabelId> m_recent;  // last used first
    QList<core::LabelId> m_marked;
    QStringList m_keys{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
    QString m_search;
    core::LabelId m_current;
    bool m_readOnly = false;
};

class LabelDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace widgets
