#include "tests/core/random_edits.h"
#include "core/store/sqlite.h"
#include <set>

namespace tests {

using namespace core;

namespace {

std::vector<SampleId> samplesOf(const Reader &reader)
{
    return *reader.find({});
}

template <class Row>
bool touches(const Edit &edit, const Row &row)
{
    for (const Change &change : edit.changes)
        if (const auto *mine = std::get_if<RowChange<Row>>(&change))
            for (const auto *side : {&mine->before, &mine->after})
                if (*side && (*side)->id == row.id)
                    return true;
    return false;
}

bool touchesSample(const Edit &edit, SampleId id)
{
    const auto ids = touchedSamples(edit);
    return std::ranges::find(ids, id) != ids.end();
}

// What must go along with a sample.
void removeContent(const Reader &reader, SampleId id, Edit &edit)
{
    const auto jobs = *reader.jobs();
    for (const Job &job : jobs) {
        const SampleContent content = *reader.load(job.id, id);
        for (const Relation &relation : content.relations)
            edit.changes.push_back(removed(relation));
        for (const AnnotationPtr &annotation : content.annotations)
            edit.changes.push_back(removed(*annotation));
        if (content.work)
            edit.changes.push_back(removed(*content.work));
    }
}

}  // namespace

Geometry RandomEdits::geometry()
{
    const auto number = [this] { return std::uniform_real_distribution<double>(-100, 5000)(m_random); };
    const auto points = [&](std::size_t most) {
        Ring ring(below(most + 1));
        for (Point &point : ring)
            point = {number(), number()};
        return ring;
    };
    switch (below(std::variant_size_v<Geometry>)) {
    case 0: return WholeSample{};
    case 1: return Box{number(), number(), number(), number(), number()};
    case 2: return Polygon{{points(8), points(3)}};
    case 3: return Polyline{points(5), below(2) == 0};
    case 4: return Circle{{number(), number()}, number()};
    case 5: return Point{number(), number()};
    case 6: return Keypoints{{Point{number(), number()}, std::nullopt, Point{0, -0.5}}};
    case 7: {
        MaskBuilder builder;
        const auto top = static_cast<std::int32_t>(below(900)) - 10;
        const auto rows = static_cast<std::int32_t>(below(4));
        for (std::int32_t y = top; y < top + rows; ++y)
            for (const Span span : {Span{-3, 5}, Span{7, static_cast<std::int32_t>(8 + below(100))}})
                builder.add(y, span);
        return below(5) == 0 ? Mask{} : Mask{std::make_shared<const MaskRuns>(builder.take())};
    }
    case 8: return TimeSpan{static_cast<std::int64_t>(below(100)), std::int64_t{1} << 40, -1};
    case 9: return TextSpan{{{1, 4}, {9, static_cast<std::int64_t>(10 + below(10))}}};
    default:
        return Track{{{1, -40, Box{1, 2, 3, 4, 5}, true, false},
                      {static_cast<std::int64_t>(2 + below(50)), 7, {}, false, true}}};
    }
}

Edit RandomEdits::next(const Project &project)
{
    Edit edit{word(), "", {}};
    const std::size_t many = 1 + below(6);
    for (int tries = 0; tries < 100 && edit.changes.size() < many; ++tries)
        add(project.reader(), edit);
    return edit;
}

void RandomEdits::add(const Reader &reader, Edit &edit)
{
    switch (below(12)) {
    case 0:
    case 1: return addSample(reader, edit);
    case 2: return addLabel(reader, edit);
    case 3: return below(4) == 0 ? addJob(edit) : void();
    case 4: return addBatch(reader, edit);
    case 5: return addVersion(reader, edit);
    default: return addContent(reader, edit);
    }
}

void RandomEdits::addSample(const Reader &reader, Edit &edit)
{
    const auto ids = samplesOf(reader);
    if (ids.size() < 5 || below(3) == 0) {
        Sample sample;
        sample.uri = word() + ".jpg";
        sample.position = static_cast<std::int64_t>(ids.size());
        if (below(3) == 0)
            sample.text = word();
        edit.changes.push_back(created(sample));
        return;
    }
    const SampleId id = ids[below(ids.size())];
    if (touchesSample(edit, id))
        return;
    const Sample before = reader.load({1}, id)->sample;
    if (below(3) == 0) {
        removeContent(reader, id, edit);
        edit.changes.push_back(removed(before));
        return;
    }
    Sample after = before;
    after.uri = word() + ".png";
    after.media = {MediaState::Present, 1234, 640, 480, 3, 0, 29.97};
    after.usage = Usage::Eval;
    after.property = R"({"city":"Riga"})";
    edit.changes.push_back(changed(before, after));
}

void RandomEdits::addLabel(const Reader &reader, Edit &edit)
{
    const auto jobs = *reader.jobs();
    const JobId job = jobs[below(jobs.size())].id;
    const auto labels = *reader.labels(job);
    if (labels.size() < 3 || below(3) == 0) {
        Label label;
        label.job = job;
        label.name = word();
        label.attributes = {{"colour", {"red", "green"}, "red"}};
        edit.changes.push_back(created(label));
        return;
    }
    const Label &before = labels[below(labels.size())];
    if (touches(edit, before))
        return;
    Label after = before;
    after.name = word();
    after.rgb = 0x123456;
    edit.changes.push_back(changed(before, after));
}

void RandomEdits::addJob(Edit &edit)
{
    Job job;
    job.id = {-1 - static_cast<std::int64_t>(m_random())};
    job.name = word();
    Label label;
    label.job = job.id;
    label.name = word();
    edit.changes.push_back(created(job));
    edit.changes.push_back(created(label));
}

void RandomEdits::addBatch(const Reader &reader, Edit &edit)
{
    if (below(2) == 0) {
        edit.changes.push_back(created(Batch{{}, word(), "test", 5, below(2) == 0}));
        return;
    }
    const auto batches = *reader.batches();
    const Batch &before = batches[below(batches.size())];
    if (before.id.value == 1 || touches(edit, before))
        return;
    Batch after = before;
    after.live = false;
    edit.changes.push_back(changed(before, after));
}

void RandomEdits::addVersion(const Reader &reader, Edit &edit)
{
    const auto versions = *reader.versions();
    if (versions.empty() || below(2) == 0) {
        edit.changes.push_back(created(Version{{}, word(), 0, "first", 0.8, 42, "{}", "v1.manifest"}));
        return;
    }
    const Version &before = versions[below(versions.size())];
    if (!touches(edit, before))
        edit.changes.push_back(removed(before));
}

void RandomEdits::addContent(const Reader &reader, Edit &edit)
{
    const auto ids = samplesOf(reader);
    if (ids.empty())
        return;
    const SampleId id = ids[below(ids.size())];
    if (touchesSample(edit, id))
        return;
    const auto jobs = *reader.jobs();
    const SampleContent content = *reader.load(jobs[below(jobs.size())].id, id);
    const auto labels = *reader.labels(content.job);
    std::set<AnnotationId> bound;
    for (const Relation &relation : content.relations)
        bound.insert({relation.from, relation.to});
    Annotation fresh;
    fresh.id = {-1 - static_cast<std::int64_t>(m_random())};
    fresh.job = content.job;
    fresh.sample = id;
    fresh.label = labels.empty() ? LabelId{} : labels[below(labels.size())].id;
    fresh.geometry = geometry();
    if (below(2) == 0)
        fresh.attributes = {{"@pose", "left"}, {"颜色", "\"红\""}};
    if (below(2) == 0)
        fresh.confidence = 0.25;
    if (content.annotations.empty() || below(3) == 0) {
        edit.changes.push_back(created(fresh));
        if (!content.annotations.empty()) {
            Relation relation;
            relation.job = content.job;
            relation.sample = id;
            relation.from = fresh.id;
            relation.to = content.annotations.front()->id;
            edit.changes.push_back(created(relation));
        }
    } else {
        const Annotation &before = *content.annotations[below(content.annotations.size())];
        Annotation after = before;
        after.geometry = geometry();
        after.order = static_cast<std::int64_t>(below(9));
        const bool removable = !bound.contains(before.id);
        edit.changes.push_back(removable && below(3) == 0 ? removed(before) : changed(before, after));
    }
    WorkState work{content.job, id, {}, static_cast<State>(below(3)), below(2) == 0, 0.5, "3-20", word()};
    if (!content.work)
        edit.changes.push_back(created(work));
    else if (below(3) == 0)
        edit.changes.push_back(removed(*content.work));
    else
        edit.changes.push_back(changed(*content.work, work));
}

std::string dumpOf(const std::filesystem::path &file)
{
    store::Connection connection(file, store::Access::Read);
    std::string text;
    for (const char *table :
         {"batch", "job", "label", "sample", "work", "annotation", "relation", "version", "setting"}) {
        SQLite::Statement rows(connection.database(), "select * from " + std::string(table) + " order by 1, 2");
        while (rows.executeStep()) {
            text += table;
            for (int i = 0; i < rows.getColumnCount(); ++i)
                text += "|" + std::to_string(rows.getColumn(i).getType()) + rows.getColumn(i).getString();
            text += "\n";
        }
    }
    return text;
}

}  // namespace tests
