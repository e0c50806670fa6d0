#include "app/editor_host.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include <QStackedLayout>

namespace app {

using widgets::EditorView;

EditorHost::EditorHost(Session &session, widgets::MediaService &media, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_media(media),
      m_layout(new QStackedLayout(this)),
      m_none(new QWidget)
{
    setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(m_none);
    connect(&session, &Session::jobChanged, this, &EditorHost::setJob);
    connect(&session, &Session::contentChanged, this, &EditorHost::showContent);
    connect(&session, &Session::labelsChanged, this, &EditorHost::showContent);
    connect(&session, &Session::selectionChanged, this, [this] {
        if (m_view)
            showSelection();
    });
    connect(&session, &Session::currentLabelChanged, this, [this] {
        if (m_view)
            m_view->setCurrentLabel(m_session.currentLabel());
    });
    connect(&session, &Session::settleWanted, this, [this] {
        if (m_view)
            m_view->finishTyping();
    });
    connect(&session, &Session::placeWanted, this, [this] {
        if (m_view && m_shown) {
            m_session.remember("view", m_view->saveView());
            m_session.remember("tool", m_view->tool());
            m_session.remember("options", m_view->saveOptions());
        }
    });
}

EditorView *EditorHost::view() const
{
    return m_view;
}

bool EditorHost::isDrawing() const
{
    const core::Job &job = m_session.job();
    return core::marksEntities(job) || job.kind == core::JobKind::SpeechSegmentation
           || (m_view && !m_view->tools().isEmpty());
}

core::MediaInfo EditorHost::media() const
{
    const auto content = m_session.content();
    if (!content)
        return {};
    const bool learnt = m_learnt.first == content->sample.id && m_learnt.second.width > 0;
    return learnt ? m_learnt.second : content->sample.media;
}

void EditorHost::setJob()
{
    const core::Job &job = m_session.job();
    if (job.id == m_job && job.kind == m_kind && m_session.content()) {
        showContent();  // only its options or its name are others
        return;
    }
    m_job = job.id;
    m_restored = false;
    if (m_kind != job.kind)
        makeView(job.kind);
    if (!m_view)
        return;
    m_view->restoreOptions(m_session.remembered("options"));
    if (const QByteArray tool = m_session.remembered("tool"); !tool.isEmpty())
        arm(tool);
}

void EditorHost::makeView(core::JobKind kind)
{
    delete m_view;
    m_kind = kind;
    m_shown = {};
    if (const widgets::EditorKind *editor = widgets::editorFor(kind)) {
        m_view = editor->create(m_media, kind, this);
        m_layout->addWidget(m_view);
        m_layout->setCurrentWidget(m_view);
        m_view->setObjectName("editor");
        m_lastShape = m_view->tools().size() > 1 ? m_view->tools().at(1).id : QByteArray();
        connect(m_view, &EditorView::editProposed, this, [this](const core::Edit &edit) {
            (void)m_session.apply(edit);  // told by Session::failed
        });
        connect(m_view, &EditorView::selectionChanged, &m_session, &Session::setSelection);
        connect(m_view, &EditorView::relationSelected, &m_session, &Session::setSelectedRelation);
        connect(m_view, &EditorView::told, this, &EditorHost::told);
        connect(m_view, &EditorView::toolChanged, this, &EditorHost::toolChanged);
        connect(m_view, &EditorView::statusChanged, this, &EditorHost::statusChanged);
        connect(m_view, &EditorView::mediaFound, this, &EditorHost::learn);
        m_view->setCurrentLabel(m_session.currentLabel());
        setWheelZooms(m_wheelZooms);
        m_view->setPlaybackHabits(m_habits);
        setFocusProxy(m_view);
    }
    emit viewChanged();
}

void EditorHost::showContent()
{
    if (!m_view)
        return;
    const auto content = m_session.content();
    m_shown = content ? content->sample.id : core::SampleId{};
    if (!content) {
        m_view->clear();
        return;
    }
    m_view->setContent({content, m_session.labels(), m_session.media(), m_session.job()});
    if (!m_restored && m_shown == m_session.leftSample())
        m_view->restoreView(m_session.remembered("view"));
    m_restored = true;
}

// Objects and relations are not selected together: the empty one first, so that the editor never has both.
void EditorHost::showSelection()
{
    const core::RelationId relation = m_session.selectedRelation();
    if (!relation)
        m_view->setSelectedRelation({});
    m_view->setSelection(m_session.selection());
    if (relation)
        m_view->setSelectedRelation(relation);
}

void EditorHost::learn(core::SampleId sample, const core::MediaInfo &info)
{
    m_learnt = {sample, info};
    if (core::isOfSounds(m_session.job().kind) && info.state == core::MediaState::Present)
        m_session.learnSound(sample, info);
    emit statusChanged();
}

bool EditorHost::arm(const QByteArray &tool)
{
    for (const widgets::ToolInfo &info : m_view->tools())
        if (info.id == tool) {
            if (tool != "select")
                m_lastShape = tool;
            m_view->setTool(tool);
            emit toolChanged();
            return true;
        }
    return false;
}

bool EditorHost::act(const QByteArray &id)
{
    if (!m_view)
        return false;
    if (id == "tool.toggle")
        return arm(m_view->tool() == "select" ? m_lastShape : "select");
    if (id == "tool.repeat")
        return arm(m_lastShape);
    if (id == "tool.cancel") {
        if (m_view->cancelGesture())
            return true;
        if (m_session.selectedRelation())
            m_session.setSelectedRelation({});
        else if (!m_session.selection().isEmpty())
            m_session.setSelection({});
        else
            arm("select");
        return true;
    }
    if (id.startsWith("tool.")) {
        m_view->cancelGesture();
        arm(id.mid(5));
        return true;
    }
    return m_view->act(id);
}

void EditorHost::setPlaybackHabits(const widgets::PlaybackHabits &habits)
{
    m_habits = habits;
    if (m_view)
        m_view->setPlaybackHabits(habits);
}

void EditorHost::setWheelZooms(bool zooms)
{
    m_wheelZooms = zooms;
    if (m_view)
        m_view->act(zooms ? "view.wheel-zooms" : "view.wheel-scrolls");
}

}  // namespace app
