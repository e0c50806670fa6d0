// The entities and relations of the shown text, found by place and by entity, and the looks of their labels. Follows a
// content at the cost of what changed in it.
#pragma once
#include "core/span_index.h"
#include "core/text/text_edits.h"
#include "widgets/editor_view.h"
#include <QColor>
#include <set>

namespace widgets {

struct LabelLook {
    QString name;
    QString tag;   // the name, short enough to stand over a word
    QColor color;  // as the label has it
    QColor ink;    // of it, readable as small text on the ground of texts
};

struct TextLink {  // of a relation what is drawn
    core::RelationId id;
    core::LabelId label;
    core::AnnotationId from, to;
    bool operator==(const TextLink &) const = default;
};

class TextMarks {
public:
    // The ranges whose rows are to be laid out anew; empty and `all` set: every row.
    struct Changes {
        std::vector<core::TextRange> stale;
        bool all = false;
    };
    Changes setContent(const EditorContent &content);
    void clear();
    void refreshLooks();  // the theme is another

    const EditorContent &content() const { return m_content; }
    bool isEmpty() const { return !m_content.sample; }
    core::TextRules rules() const { return {m_content.job, *m_content.labels}; }
    const core::SpanIndex &spans() const { return m_spans; }
    const core::TextSpan *spanOf(core::AnnotationId id) const;  // null: it is not here
    core::TextRange hullOf(core::AnnotationId id) const;
    core::LabelId labelOf(core::AnnotationId id) const;

    std::size_t relationCount() const { return m_links.size(); }
    const TextLink *link(core::RelationId id) const;
    const std::vector<core::RelationId> &linksOf(core::AnnotationId entity) const;
    bool isMisfit(const TextLink &link) const;
    const LabelLook &look(core::LabelId label) const;

private:
    void compareEntities(const core::SampleContent &before, Changes &changes);
    void compareRelations(Changes &changes);
    void addLink(const TextLink &link);
    void removeLink(const TextLink &link);
    void staleWithEnds(const core::Annotation &entity, Changes &changes) const;

    EditorContent m_content;
    core::SpanIndex m_spans;
    std::map<core::RelationId, TextLink> m_links;
    std::unordered_map<std::int64_t, std::vector<core::RelationId>> m_byEntity;
    std::unordered_map<std::int64_t, LabelLook> m_looks;
    LabelLook m_unlabeled;
};

}  // namespace widgets
