// A project on disk and contents in memory for tests of lists and panels.
#pragma once
#include "core/labelling.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

namespace tests {

inline core::Label newLabel(const char *name, int position)
{
    core::Label label;
    label.name = name;
    label.position = position;
    label.rgb = core::Rgb(0x102030 * (position + 1)) & 0xffffff;
    return label;
}

// Detection project with the labels car, person, bus and `samples` samples "img_00.png" …
class ProjectFixture {
public:
    explicit ProjectFixture(int samples)
    {
        core::NewProject what;
        what.kind = core::JobKind::ObjectDetection;
        what.labels = {newLabel("car", 0), newLabel("person", 1), newLabel("bus", 2)};
        auto made = core::Project::create((m_folder.path() + "/p.labelwright").toStdString(), what);
        if (!made)
            qFatal("%s", core::describe(made.error()).c_str());
        m_project = std::move(*made);
        job = m_project->reader().jobs()->front();
        labels = std::make_shared<const std::vector<core::Label>>(*m_project->reader().labels(job.id));
        core::Edit edit{"add-samples", "", {}};
        for (int i = 0; i < samples; ++i) {
            core::Sample sample;
            sample.id = {-1 - i};
            sample.uri = QStringLiteral("img_%1.png").arg(i, 2, 10, QLatin1Char('0')).toStdString();
            sample.position = i;
            edit.changes.push_back(core::created(sample));
        }
        apply(edit);
        core::SampleQuery all;
        all.job = job.id;
        ids = *m_project->reader().find(all);
    }

    core::Project &project() { return *m_project; }
    core::ChangeSet apply(const core::Edit &edit)
    {
        auto set = m_project->apply(edit);
        if (!set)
            qFatal("%s", core::describe(set.error()).c_str());
        return *set;
    }
    core::SampleContent content(int sample) { return *m_project->reader().load(job.id, ids[std::size_t(sample)]); }
    core::ChangeSet setState(int sample, core::State state)
    {
        const core::SampleContent now = content(sample);
        return apply(core::setState({&now, 1}, state));
    }
    core::SampleQuery query(const char *filter = "")
    {
        core::SampleQuery query;
        query.job = job.id;
        query.filter = *core::parseFilter(filter);
        return query;
    }

    core::Job job;
    std::shared_ptr<const std::vector<core::Label>> labels;
    std::vector<core::SampleId> ids;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::Project> m_project;
};

// Objects 1…count of one sample, labels in turn; order and confidence grow.
inline std::shared_ptr<const core::SampleContent> contentOf(int count, const std::vector<core::Label> &labels)
{
    auto content = std::make_shared<core::SampleContent>();
    content->sample.id = {7};
    content->sample.media.width = content->sample.media.height = 1000;
    content->job = {1};
    for (int i = 0; i < count; ++i) {
        core::Annotation object;
        object.id = {i + 1};
        object.job = content->job;
        object.sample = content->sample.id;
        object.label = labels.empty() ? core::LabelId{} : labels[std::size_t(i) % labels.size()].id;
        object.order = i;
        object.geometry = core::Box{10.0 * i, 20, 30, 40, 0};
        object.confidence = double(i) / count;
        content->annotations.push_back(std::make_shared<const core::Annotation>(object));
    }
    return content;
}

inline std::shared_ptr<const std::vector<core::Label>> someLabels(std::initializer_list<const char *> names)
{
    std::vector<core::Label> labels;
    for (const char *name : names) {
        labels.push_back(newLabel(name, int(labels.size())));
        labels.back().id = {std::int64_t(labels.size())};
        labels.back().job = {1};
    }
    return std::make_shared<const std::vector<core::Label>>(std::move(labels));
}

}  // namespace tests
