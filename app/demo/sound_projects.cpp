#include "app/demo/sound_projects.h"
#include "app/demo/demo_project.h"
#include "app/demo/readings.h"
#include "core/job_options.h"
#include "core/media/sound_file.h"
#include <algorithm>
#include <cmath>

namespace app::demo {

namespace fs = std::filesystem;

namespace {

// How far each clip is: Labeled, to Confirm, Unlabeled, verified Empty.
constexpr std::string_view clipStates = "LLCLULLCLEULLCLLUCLLUCLULLLULLCLLLULLCLLLU", readingStates = "LCLUUEU",
                           recordingStates = "LCU";
constexpr const char *segmentLabels[] = {"朗读", "铃声", "环境声"};
constexpr const char *reader = "朗读者";

struct Mark {
    core::Geometry geometry;
    std::string label;  // empty: none
    core::Attributes attributes;
};

// One sound of a project: how far it is, where it lies, what is in it.
struct PlannedSound {
    char state = 'U';
    std::string uri;
    std::vector<Mark> marks;
};

// Writes the rows of one project.
class SoundFiller {
public:
    SoundFiller(core::BatchWriter &batch, const core::Job &job, const std::vector<core::Label> &labels,
                const fs::path &dir)
        : m_batch(batch),
          m_job(job),
          m_labels(labels),
          m_dir(dir)
    {
    }

    core::Status put(const PlannedSound &sound, std::uint32_t seed)
    {
        const fs::path file = m_dir / sound.uri;
        const auto info = core::probeSound(file);
        if (!info)
            return info.error();
        std::error_code ignored;
        core::Sample sample;
        sample.uri = sound.uri;
        sample.media = {
            core::MediaState::Present, std::int64_t(fs::file_size(file, ignored)), 0, 0, info->channels, info->length,
            double(info->rate)};
        const auto id = m_batch.put(std::move(sample));
        if (!id)
            return id.error();
        if (sound.state == 'U')
            return core::ok();
        if (const auto put = m_batch.put(workFor(sound.state, m_job.id, *id, seed)); !put)
            return put;
        std::int64_t order = 0;
        for (const Mark &mark : sound.marks)
            if (const auto put = m_batch.put(rowOf(mark, sound.state, *id, seed, order++)); !put)
                return put.error();
        return core::ok();
    }

private:
    core::Annotation rowOf(const Mark &mark, char state, core::SampleId sample, std::uint32_t seed, std::int64_t order)
    {
        core::Annotation row;
        row.job = m_job.id;
        row.sample = sample;
        if (const auto found = std::ranges::find(m_labels, mark.label, &core::Label::name); found != m_labels.end())
            row.label = found->id;
        row.order = order;
        row.geometry = mark.geometry;
        row.attributes = mark.attributes;
        row.proposed = state == 'C';
        row.author = row.proposed ? machine : people[seed % std::size(people)];
        row.created = firstDay + std::int64_t(seed) * 97'000;
        if (row.proposed)
            row.confidence = 0.55 + 0.07 * double((seed + std::uint32_t(order)) % 6);
        return row;
    }

    core::BatchWriter &m_batch;
    const core::Job &m_job;
    const std::vector<core::Label> &m_labels;
    fs::path m_dir;
};

core::Status writeProject(const fs::path &file, const core::NewProject &what, const std::vector<PlannedSound> &sounds)
{
    return makeProject(file, what,
                       [&](core::BatchWriter &batch, const core::Job &job, const std::vector<core::Label> &labels) {
                           SoundFiller filler(batch, job, labels, file.parent_path());
                           core::Status put = core::ok();
                           for (std::size_t i = 0; i < sounds.size() && put; ++i)
                               put = filler.put(sounds[i], std::uint32_t(i + 1));
                           return put;
                       });
}

std::string numbered(const char *folder, std::size_t i)
{
    return std::string("media/") + folder + (i < 10 ? "_0" : "_") + std::to_string(i);
}

// Clips of all kinds, each of one; those without anything in them are of a quiet room.
core::Result<std::vector<PlannedSound>> writeClips(const fs::path &dir, core::TaskContext &task)
{
    constexpr int rates[] = {22050, 16000, 44100};
    std::vector<PlannedSound> clips;
    std::size_t labeled = 0;
    for (std::size_t i = 0; i < clipStates.size(); ++i) {
        if (task.stop().stop_requested())
            return core::Error{core::Code::Cancelled, "", {}};
        const bool isLabeled = clipStates[i] == 'L';  // as many of each kind, or no version could be split
        const int kind = int((isLabeled ? labeled++ : i) * 2 % std::size(soundLabels));
        const int rate = rates[i % std::size(rates)];
        const double seconds = 1.6 + double(i * 7 % 5) * 0.55;
        PlannedSound clip{clipStates[i], numbered("sounds/clip", i + 1) + ".wav", {}};
        const Pcm sound = clip.state == 'E' ? roomNoise(seconds, rate, std::uint32_t(i))
                                            : makeSound(SoundOf(kind), seconds, rate, std::uint32_t(700 + i));
        if (const auto written = writeWav(sound, dir / clip.uri, i % 5 == 1); !written)
            return written.error();
        if (clip.state != 'E')
            clip.marks.push_back({core::WholeSample{}, soundLabels[kind], {}});
        clips.push_back(std::move(clip));
    }
    return clips;
}

core::Result<std::vector<PlannedSound>> writeSpeech(const fs::path &dir)
{
    if (const auto written = writeReadings(dir / "media/speech"); !written)
        return written.error();
    std::vector<PlannedSound> sounds;
    for (const Reading &reading : readings) {
        const char state = readingStates[sounds.size()];
        core::Attributes said;
        core::set(said, core::builtin::Content, std::string(state == 'C' ? reading.guessed : reading.said));
        sounds.push_back({state, std::string("media/speech/") + reading.file, {{core::WholeSample{}, "", said}}});
    }
    for (const auto &[name, what] : {std::pair("chime", SoundOf::Chime), {"garden", SoundOf::Bird}}) {
        PlannedSound other{readingStates[sounds.size()], std::string("media/speech/") + name + ".wav", {}};
        if (const auto written = writeWav(makeSound(what, 3, readingRate, 41), dir / other.uri); !written)
            return written.error();
        sounds.push_back(std::move(other));
    }
    return sounds;
}

// A recording into which sounds are laid one after the other, each with its mark.
struct Recording {
    Pcm sound;
    std::vector<Mark> marks;
    double at = 0.8;

    void lay(const Pcm &what, const char *label, core::Attributes attributes, double gain, double pause)
    {
        mixIn(sound, what, at, gain);
        const auto begin = std::int64_t(std::llround(at * sound.rate));
        marks.push_back({core::TimeSpan{begin, begin + std::int64_t(what.samples.size()), -1}, label, attributes});
        at += what.seconds() + pause;
    }
    void laySpeech(const Pcm &what, std::string_view said, const char *tone, double pause)
    {
        core::Attributes attributes;
        core::set(attributes, core::builtin::Content, std::string(said));
        core::set(attributes, core::builtin::Speaker, reader);
        core::set(attributes, "语气", tone);
        lay(what, segmentLabels[0], attributes, 1, pause);
    }
};

core::Result<std::vector<PlannedSound>> writeRecordings(const fs::path &dir)
{
    std::vector<Pcm> spoken;
    for (const Reading &reading : readings) {
        auto pcm = speech(dir / "media/speech" / reading.file);
        if (!pcm)
            return pcm.error();
        spoken.push_back(std::move(*pcm));
    }
    std::vector<PlannedSound> recordings;
    for (std::size_t n = 0; n < recordingStates.size(); ++n) {
        Recording recording{roomNoise(40, readingRate, std::uint32_t(90 + n), 0.004), {}};
        const char state = recordingStates[n];
        for (std::size_t i = 0; i < spoken.size(); ++i) {
            const std::size_t which = (i + n * 2) % spoken.size();
            const Reading &reading = readings[which];
            recording.laySpeech(spoken[which], state == 'C' ? reading.guessed : reading.said,
                                which % 3 == 2 ? "强调" : "平静", 0.7);
            if (i % 2 == n % 2) {
                const bool rings = (i / 2 + n) % 2 == 0;
                const Pcm other =
                    makeSound(rings ? SoundOf::Chime : SoundOf::Bird, 1.8, readingRate, std::uint32_t(60 + n * 8 + i));
                recording.lay(other, segmentLabels[rings ? 1 : 2], {}, 0.5, 0.6);
            }
        }
        recording.sound.samples.resize(std::size_t((recording.at + 0.5) * readingRate));
        PlannedSound planned{state, numbered("recordings/reading", n + 1) + ".wav", std::move(recording.marks)};
        if (const auto written = writeWav(recording.sound, dir / planned.uri); !written)
            return written.error();
        recordings.push_back(std::move(planned));
    }
    return recordings;
}

}  // namespace

std::vector<fs::path> soundProjectFiles(const fs::path &dir)
{
    return {dir / "sound_classification.labelwright", dir / "speech_content.labelwright",
            dir / "speech_segmentation.labelwright"};
}

core::Status writeSoundProjects(const fs::path &dir, core::TaskContext &task)
{
    using core::JobKind;
    const auto files = soundProjectFiles(dir);
    const auto clips = writeClips(dir, task);
    if (!clips)
        return clips.error();
    const auto spoken = writeSpeech(dir);
    if (!spoken)
        return spoken.error();
    const auto recordings = writeRecordings(dir);
    if (!recordings)
        return recordings.error();
    const auto classes =
        projectOf(JobKind::SoundClassification, "sounds", {std::begin(soundLabels), std::end(soundLabels)});
    const auto content = projectOf(JobKind::SpeechContent, "readings", {});
    auto segments =
        projectOf(JobKind::SpeechSegmentation, "segments", {std::begin(segmentLabels), std::end(segmentLabels)});
    for (const core::Error *error : {classes ? nullptr : &classes.error(), content ? nullptr : &content.error(),
                                     segments ? nullptr : &segments.error()})
        if (error)
            return *error;
    core::Job rules;
    rules.kind = JobKind::SpeechSegmentation;
    rules = core::withSegmentRule(core::withContent(std::move(rules), true), core::SegmentRule::None);
    const core::AttributeSpec tone{"语气", {"平静", "强调"}, ""};
    segments->options = core::withLabelClasses(std::move(rules), {&tone, 1}).options;
    if (const auto written = writeProject(files[0], *classes, *clips); !written)
        return written;
    if (const auto written = writeProject(files[1], *content, *spoken); !written)
        return written;
    return writeProject(files[2], *segments, *recordings);
}

}  // namespace app::demo
