// A main window on a project of short clips.
#pragma once
#include "app/demo/sound_kit.h"
#include "app/job_rules.h"
#include "tests/app/window_fixture.h"
#include "widgets/audio/sound_player.h"

namespace tests {

struct SoundWindow : WindowFixture {
    // Clips clip_0.wav … of 0.3 s at 16 kHz; clips open silently until `plays`.
    SoundWindow(core::JobKind kind, int clips, const QStringList &labels, const app::JobRules &rules = {},
                bool plays = false)
    {
        app::Preferences habits = settings.preferences();
        habits.playback.playsOnOpening = plays;
        settings.setPreferences(habits);
        core::NewProject what;
        what.kind = kind;
        what.labels = *app::labelsOf(kind, labels);
        core::Job job;
        job.kind = kind;
        what.options = app::withRules(job, rules).options;
        auto project = core::Project::create(file().toStdString(), what);
        QVERIFY_OK(project);
        core::Edit edit{"import", "", {}};
        for (int i = 0; i < clips; ++i) {
            core::Sample sample;
            sample.id = {-1 - i};
            sample.uri = nameOf(i);
            sample.position = i;
            const auto pcm = app::demo::makeSound(app::demo::SoundOf(i % 5), 0.3, 16000, std::uint32_t(i + 1));
            QVERIFY_OK(app::demo::writeWav(pcm, folder.filePath(QString::fromStdString(sample.uri)).toStdString()));
            sample.media = {core::MediaState::Present, 44, 0, 0, 1, std::int64_t(pcm.samples.size()), 16000};
            edit.changes.push_back(core::created(sample));
        }
        QVERIFY_OK((*project)->apply(edit));
    }

    static std::string nameOf(int clip) { return "clip_" + std::to_string(clip) + ".wav"; }
    core::SampleContent stored(int clip)
    {
        const auto id = reader().sampleByUri(nameOf(clip));
        auto content = id && *id ? reader().load(session().job().id, **id) : core::Error{};
        return content ? std::move(*content) : core::SampleContent{};
    }
    std::vector<std::string> labelsAt(int clip) { return labelNames(stored(clip)); }
    int at()  // the clip in the editor
    {
        const auto content = session().content();
        return content ? std::stoi(content->sample.uri.substr(5)) : -1;
    }
    widgets::SoundPlayer &player() { return *window->editor().view()->findChild<widgets::SoundPlayer *>(); }
};

}  // namespace tests
