// A main window on a project of texts.
#pragma once
#include "app/job_rules.h"
#include "core/labelling.h"
#include "tests/app/window_fixture.h"

namespace tests {

// Labels of the tests about triples, by their order: two of entities, two of relations.
inline constexpr core::LabelId person{1}, place{2}, bornIn{3}, knows{4};

struct TextWindow : WindowFixture {
    // Texts as lines of a file, ids "line.1" …; labels as core/labels.h writes them.
    TextWindow(core::JobKind kind, const std::vector<std::string> &texts, const QStringList &labels,
               const app::JobRules &rules = {})
    {
        core::NewProject what;
        what.kind = kind;
        what.labels = *app::labelsOf(kind, labels);
        core::Job job;
        job.kind = kind;
        what.options = app::withRules(job, rules).options;
        auto project = core::Project::create(file().toStdString(), what);
        QVERIFY_OK(project);
        core::Edit edit{"import", "", {}};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            core::Sample sample;
            sample.id = {-1 - std::int64_t(i)};
            sample.externalId = "line." + std::to_string(i + 1);
            sample.uri = "content://" + sample.externalId;
            sample.text = texts[i];
            sample.position = std::int64_t(i);
            edit.changes.push_back(core::created(sample));
        }
        QVERIFY_OK((*project)->apply(edit));
    }

    core::SampleContent stored(int line)
    {
        const auto id = reader().sampleByUri("content://line." + std::to_string(line));
        auto content = id && *id ? reader().load(session().job().id, **id) : core::Error{};
        return content ? std::move(*content) : core::SampleContent{};
    }
    std::vector<std::string> labelsAt(int line) { return labelNames(stored(line)); }
    QString at()  // the id of the text in the editor
    {
        const auto content = session().content();
        return content ? QString::fromStdString(content->sample.externalId) : QString();
    }
};

}  // namespace tests
