#include "tests/kill/text_gestures.h"
#include "core/labelling.h"
#include "core/text/text_edits.h"

namespace tests {

using namespace core;

namespace {

constexpr LabelId person{1}, place{2}, bornIn{3}, knows{4};

// As stored: with the ids and what the relations join.
std::vector<Label> labels()
{
    std::vector<Label> made = textLabels();
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i].id = {static_cast<std::int64_t>(i + 1)};
    made[2].fromLabel = made[3].fromLabel = made[3].toLabel = person;
    made[2].toLabel = place;
    return made;
}

// One act by chance; a refused one or one that changes nothing is an edit without changes.
Edit tried(const SampleContent &content, const TextRules &rules, const Boundaries &text, std::mt19937 &random)
{
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    const auto entity = [&] {
        return content.annotations.empty() ? AnnotationId{}
                                           : content.annotations[below(content.annotations.size())]->id;
    };
    const AnnotationId one = entity(), other = entity();
    const RelationId relation =
        content.relations.empty() ? RelationId{} : content.relations[below(content.relations.size())].id;
    const auto begin = static_cast<std::int64_t>(below(20));
    const TextRange part{begin, begin + 1 + static_cast<std::int64_t>(below(6))};
    const TextAct act = [&]() -> TextAct {
        switch (below(8)) {
        case 0: return addEntity(content, rules, text, {&part, 1}, below(2) ? person : place, below(3) == 0);
        case 1: return moveEntity(content, rules, text, one, {&part, 1});
        case 2: return stretchEntity(content, rules, text, one, Side::End, Step::Character, below(2) == 0);
        case 3: return addRelation(content, rules, below(2) ? bornIn : knows, one, other);
        case 4: return turnRelation(content, rules, relation);
        case 5: return removeRelations(content, {&relation, 1});
        case 6: return relabelEntities(content, rules, {&one, 1}, below(2) ? person : place);
        default: return below(3) ? Edit{} : removeAnnotations(content, {&one, 1});
        }
    }();
    const auto *edit = std::get_if<Edit>(&act);
    return edit ? *edit : Edit{};
}

}  // namespace

std::vector<Label> textLabels()
{
    std::vector<Label> made(4);
    const char *const names[] = {"person", "place", "born in", "knows"};
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].name = names[i];
        made[i].role = i < 2 ? LabelRole::Entity : LabelRole::Relation;
    }
    return made;
}

Edit addText(JobId job, std::mt19937 &random)
{
    Edit edit{"add", {}, {}};
    Sample sample;
    sample.id = {-1};
    sample.uri = "content://" + std::to_string(random()) + "-" + std::to_string(random());
    sample.text = "Ada 👩‍👩‍👧 met Bob in 北京.";
    edit.changes.push_back(created(sample));
    for (std::int64_t i = 1; i <= 2; ++i) {
        Annotation entity;
        entity.id = {-i};
        entity.job = job;
        entity.sample = sample.id;
        entity.label = i == 1 ? person : place;
        entity.geometry = TextSpan{{{i == 1 ? 0 : 21, i == 1 ? 3 : 23}}};
        edit.changes.push_back(created(std::move(entity)));
    }
    Relation relation;
    relation.id = {-1};
    relation.job = job;
    relation.sample = sample.id;
    relation.label = bornIn;
    relation.from = {-1};
    relation.to = {-2};
    edit.changes.push_back(created(relation));
    edit.changes.push_back(created(WorkState{job, sample.id, {}, State::Labeled, false, {}, {}, {}}));
    return edit;
}

Edit actOnText(const SampleContent &content, std::mt19937 &random)
{
    Job job;
    job.kind = JobKind::TextTriplet;
    const std::vector<Label> known = labels();
    const TextMap map(*content.sample.text);
    const Boundaries text(map);
    for (int attempt = 0; attempt < 20; ++attempt) {
        Edit edit = tried(content, {job, known}, text, random);
        edit.mergeKey.clear();
        if (!isNothing(edit))
            return edit;
    }
    return setHard({&content, 1}, !content.work->hard);
}

}  // namespace tests
