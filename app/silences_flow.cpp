#include "app/silences_flow.h"
#include "app/job_runner.h"
#include "core/audio/segment_rooms.h"
#include "core/labelling.h"
#include "widgets/messages.h"
#include "widgets/panels/message_bar.h"
#include <QLocale>

namespace app {

using namespace core;
using widgets::Severity;

namespace {

const char *const editName = "draft-segments";

}  // namespace

// Lives until the job ends; the worker uses it, then the window.
struct SilencesFlow::Run {
    SampleId sample;
    JobId job;
    std::filesystem::path file;
    SoundLevels levels;

    Status work(TaskContext &task)
    {
        auto sound = SoundFile::open(file);
        if (!sound)
            return sound.error();
        auto measured = measureLevels(**sound, task);
        if (!measured)
            return measured.error();
        levels = std::move(*measured);
        return ok();
    }
};

SilencesFlow::SilencesFlow(Session &session, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window)
    : QObject(window),
      m_session(session),
      m_jobs(jobs),
      m_messages(messages),
      m_window(window)
{
}

bool SilencesFlow::act(const QByteArray &id)
{
    if (id != "segment.draft")
        return false;
    if (m_session.project() && !m_session.isReadOnly() && m_session.job().kind == JobKind::SpeechSegmentation)
        measure();
    return true;
}

void SilencesFlow::measure()
{
    const auto content = m_session.content();
    if (!content)
        return;
    if (m_session.media().empty()) {
        m_messages.show(Severity::Note, tr("The sound cannot be found."));
        return;
    }
    if (segmentRuleOf(m_session.job()) == SegmentRule::Gapless && !takenPieces(*content, {}).empty()) {
        m_messages.show(Severity::Note, tr("The sound is cut into segments already: there is no room for a draft."));
        return;
    }
    auto run = std::make_shared<Run>();
    run->sample = content->sample.id;
    run->job = m_session.job().id;
    run->file = m_session.media();
    m_jobs.start(
        tr("Find silences"), [run](TaskContext &task) { return run->work(task); },
        [this, run](const Status &status) { measured(*run, status); });
}

void SilencesFlow::measured(const Run &run, const Status &status)
{
    if (status)
        emit ended(draft(run));
    else if (status.error().code != Code::Cancelled)
        m_messages.showError(status.error(), widgets::editTitle(editName));
    if (!status)
        emit ended(false);
}

bool SilencesFlow::draft(const Run &run)
{
    // Meanwhile the window may show something else.
    const auto current = [this, &run]() -> std::optional<SampleContent> {
        if (!m_session.project() || m_session.job().id != run.job)
            return std::nullopt;
        auto contents = m_session.contents({run.sample});
        return contents.empty() ? std::nullopt : std::optional(std::move(contents.front()));
    };
    const auto before = current();
    if (!before)
        return false;
    const SegmentRule rule = segmentRuleOf(m_session.job());
    const auto make = [&](const SampleContent &content, const SilencesRequest &request) {
        const auto shortest = std::int64_t(request.options.minSpeech * run.levels.rate);
        return draftSegments(content, rule, loudParts(run.levels, request.options), request.label, shortest);
    };
    const auto request =
        SilencesDialog::ask(m_window, run.levels, *m_session.labels(), {m_options, m_session.currentLabel()},
                            [&](const SilencesRequest &wanted) { return make(*before, wanted); });
    const auto now = request ? current() : std::nullopt;
    if (!now)
        return false;
    m_options = request->options;
    const Edit edit = make(*now, *request);
    if (isNothing(edit) || !m_session.apply(edit))
        return false;
    m_messages.show(Severity::Note, tr("%1 segments drafted. Tab goes from one to the next, Enter confirms, Del "
                                       "rejects; Undo takes all of them back.")
                                        .arg(QLocale().toString(qlonglong(edit.changes.size()))));
    return true;
}

}  // namespace app
