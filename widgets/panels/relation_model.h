// The relations of a text as triples: head, relation, tail. In the order of their heads in the text.
#pragma once
#include "core/text/text_edits.h"
#include "widgets/panels/passage_text.h"
#include <QAbstractTableModel>
#include <memory>

namespace widgets {

class RelationModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Head, Relation, Tail, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(std::shared_ptr<const core::SampleContent> content,  // null: no sample
                    std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job);
    void setFilter(const QString &filter);  // in any of the three texts, in any case
    const core::SampleContent *content() const { return m_content.get(); }
    core::TextRules rules() const;
    const core::Relation *at(int row) const;  // null: no such row
    int rowOf(core::RelationId id) const;     // -1: not among those shown
    int count() const { return int(m_all.size()); }
    QString misfitText(int row) const;  // empty: it fits
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Triple {
        core::Relation relation;
        core::AnnotationPtr head, tail;  // null: it is gone
    };
    bool concerns(const core::SampleContent &now) const;
    std::vector<Triple> triples() const;
    std::vector<int> filtered() const;
    QString text(const Triple &triple, int column) const;
    QString toolTip(int row, int column) const;
    QVariant mark(int row, int column) const;

    std::shared_ptr<const core::SampleContent> m_content;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    core::Job m_job;
    PassageText m_passages;
    QString m_filter;
    std::vector<Triple> m_all;
    std::vector<int> m_shown;  // of m_all
};

}  // namespace widgets
