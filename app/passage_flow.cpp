#include "app/passage_flow.h"
#include "app/dialogs/drafts_dialog.h"
#include "app/dialogs/mark_same_dialog.h"
#include "app/editor_host.h"
#include "app/job_runner.h"
#include "core/job_options.h"
#include "core/text/text_spans.h"
#include "widgets/editor_view.h"
#include "widgets/messages.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QLocale>

namespace app {

using namespace core;
using widgets::Severity;

namespace {

// What the selected entity says, and its label; without one the text marked in the editor.
MarkSameRequest startOf(const Session &session, const widgets::EditorView *editor)
{
    MarkSameRequest start{{}, session.currentLabel(), PassageScope::Text};
    const auto content = session.content();
    const QList<AnnotationId> selection = session.selection();
    const AnnotationPtr entity = content && selection.size() == 1 ? content->annotation(selection.front()) : nullptr;
    const TextSpan *span = entity ? textSpanOf(*entity) : nullptr;
    if (span && content->sample.text) {
        start.what.surface =
            TextMap(*content->sample.text).slice(span->parts.front().first, span->parts.front().second);
        start.label = entity->label;
    } else if (editor) {
        start.what.surface = widgets::toUtf8(editor->selectedText());
    }
    return start;
}

}  // namespace

// Lives until the job ends; the worker uses it, then the window.
struct PassageFlow::Run {
    PassageSource source;
    SampleQuery query;
    FindPassages find;
    Marking as;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<BatchWriter> batch;
    MarkedPassages marked;

    Status work(TaskContext &task)
    {
        auto done = markPassages(*reader, *batch, query, source.rules(), find, as, task);
        batch.reset();  // here: what was not shown is purged off the window's thread
        reader.reset();
        if (!done)
            return done.error();
        marked = std::move(*done);
        return ok();
    }
};

PassageFlow::PassageFlow(Session &session, EditorHost &editor, JobRunner &jobs, widgets::MessageBar &messages,
                         QWidget *window)
    : QObject(window),
      m_session(session),
      m_editor(editor),
      m_jobs(jobs),
      m_messages(messages),
      m_window(window)
{
}

QList<QByteArray> PassageFlow::acts()
{
    return {"passage.mark-same", "passage.draft"};
}

bool PassageFlow::act(const QByteArray &id)
{
    if (!acts().contains(id))
        return false;
    if (!m_session.project() || m_session.isReadOnly() || !marksEntities(m_session.job()))
        return true;
    id == "passage.mark-same" ? askSame() : askDrafts();
    return true;
}

PassageSource PassageFlow::source() const
{
    const Project *project = m_session.project();
    return {m_session.job(), *m_session.labels(), m_session.content(), m_session.query(),
            [project] { return project->newReader(); }};
}

void PassageFlow::askSame()
{
    const auto request = MarkSameDialog::ask(m_window, startOf(m_session, m_editor.view()), source());
    if (request)
        mark(sameTextFinder(request->what, request->label), {"mark-same", false, m_session.project()->author()},
             request->scope);
}

void PassageFlow::askDrafts()
{
    if (const auto request = DraftsDialog::ask(m_window, source(), m_session.currentLabel()))
        mark(request->find, {"draft-entities", true, request->author}, request->scope);
}

void PassageFlow::mark(const FindPassages &find, Marking as, PassageScope scope)
{
    if (scope == PassageScope::Text) {
        markHere(find, as);
        return;
    }
    const QString doing = widgets::editTitle(as.editName);
    auto run = std::make_shared<Run>();
    run->source = source();
    run->query = run->source.query(scope);
    run->find = find;
    run->as = std::move(as);
    auto reader = m_session.project()->newReader();
    auto batch = m_session.project()->newBatch(run->as.author, run->as.editName);
    if (!reader || !batch) {
        m_messages.showError(reader ? batch.error() : reader.error(), doing);
        emit ended(false);
        return;
    }
    run->reader = std::move(*reader);
    run->batch = std::move(*batch);
    m_jobs.start(
        doing, [run](TaskContext &task) { return run->work(task); },
        [this, run](const Status &status) { finish(*run, status); });
}

void PassageFlow::markHere(const FindPassages &find, const Marking &as)
{
    const auto content = m_session.content();
    if (!content || !content->sample.text)
        return;
    auto passages = find(*content->sample.text, {});
    if (!passages) {
        m_messages.showError(passages.error(), widgets::editTitle(as.editName));
        return;
    }
    PassageCounts counts;
    const TextRules rules{m_session.job(), *m_session.labels()};
    const auto free = freePassages(*content, rules, std::move(*passages), counts);
    if (m_session.apply(core::markPassages(*content, free, as)))
        tell(counts, as);
}

void PassageFlow::finish(Run &run, const Status &status)
{
    const QString doing = widgets::editTitle(run.as.editName);
    const Status shown = status ? m_session.apply(std::move(run.marked.show)) : status;
    if (shown)
        tell(run.marked.counts, run.as);
    else if (shown.error().code == Code::Cancelled)
        m_messages.show(Severity::Note, tr("%1: cancelled. Nothing was changed.").arg(doing));
    else if (!status)
        m_messages.showError(status.error(), doing);
    emit ended(shown.has_value());
}

void PassageFlow::tell(const PassageCounts &counts, const Marking &as)
{
    const QLocale locale;
    const QString found = locale.toString(qlonglong(counts.found)), texts = locale.toString(qlonglong(counts.samples));
    m_messages.show(Severity::Note,
                    as.proposed
                        ? tr("%1 entities drafted in %2 texts. Tab goes from one to the next, Enter accepts, Del "
                             "rejects; Undo takes all of them back.")
                              .arg(found, texts)
                        : tr("%1 places marked in %2 texts. Undo takes all of them back.").arg(found, texts));
}

}  // namespace app
