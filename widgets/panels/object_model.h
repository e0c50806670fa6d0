// The objects of a sample as lines. Takes a new content at the cost of what changed.
#pragma once
#include "widgets/panels/passage_text.h"
#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <memory>
#include <unordered_map>

namespace widgets {

// Order: the top first; of entities as they stand in the text. Label: by its position; Confidence: the least sure
// first.
enum class ObjectSort { Order, Label, Confidence };

class ObjectModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ColorRole = Qt::UserRole,
        IconRole,
        NumberRole,
        ConfidenceRole,
        HiddenRole,
        LockedRole,
        ProposedRole,
        ExtentRole,  // area, or place in the text
        LabelRole    // of entities, whose own text is what is displayed
    };
    using QAbstractListModel::QAbstractListModel;

    void setContent(std::shared_ptr<const core::SampleContent> content,
                    std::shared_ptr<const std::vector<core::Label>> labels);
    void setSort(ObjectSort sort);
    const core::SampleContent *content() const { return m_content.get(); }
    const std::vector<core::Label> &labels() const;
    core::AnnotationPtr at(int row) const;  // null: no such row
    int rowOf(core::AnnotationId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isText() const { return m_content && m_content->sample.text; }
    const core::Label *label(core::LabelId id) const;
    QString labelName(core::LabelId id) const;
    QVariant title(const core::Annotation &object, int role) const;
    std::vector<core::AnnotationPtr> sorted() const;
    void take(std::vector<core::AnnotationPtr> now);

    std::shared_ptr<const core::SampleContent> m_content;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    PassageText m_passages;
    std::vector<core::AnnotationPtr> m_objects;
    mutable std::unordered_map<core::AnnotationId, int> m_rows;  // of m_objects, made when asked for
    ObjectSort m_sort = ObjectSort::Order;
};

class ObjectDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static constexpr int Height = 30;
    static QRect eyeRect(const QRect &line);
    static QRect lockRect(const QRect &line);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

const char *iconName(const core::Geometry &geometry);

}  // namespace widgets
