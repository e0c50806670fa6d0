#include "app/navigation.h"
#include "app/editor_host.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include "widgets/lists/sample_list_model.h"

namespace app {

namespace {

constexpr int ahead[] = {1, -1, 2, 3};  // most wanted first

}  // namespace

Navigation::Navigation(Session &session, widgets::SampleListModel &list, EditorHost &editor, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_list(list),
      m_editor(editor)
{
    connect(&session, &Session::projectChanged, this, [this] { m_opening = m_session.project() != nullptr; });
    connect(&session, &Session::jobChanged, this, [this] {
        const core::SampleId left = m_session.leftSample();
        if (std::exchange(m_opening, false) && !m_session.contents({left}).empty())
            (void)m_session.goTo(left);  // before the list is in: seen at once
    });
    connect(&list, &widgets::SampleListModel::listed, this, &Navigation::listed);
    connect(&list, &widgets::SampleListModel::notDoneFound, this, [this](core::SampleId id) {
        if (id)
            (void)m_session.goTo(id);
        else
            emit allDone();
    });
    connect(&session, &Session::contentChanged, this, [this] {
        const auto content = m_session.content();
        if (const auto at = content ? content->sample.id : core::SampleId{}; std::exchange(m_at, at) != at)
            prefetch();
    });
}

bool Navigation::act(const QByteArray &id)
{
    if (id == "sample.next")
        step(1);
    else if (id == "sample.previous")
        step(-1);
    else if (id == "sample.next-open")
        goToNotDone(true);
    else if (id == "sample.previous-open")
        goToNotDone(false);
    else if (id == "sample.first")
        (void)m_session.goTo(m_list.idAt(0));
    else if (id == "sample.last")
        (void)m_session.goTo(m_list.idAt(m_list.rowCount() - 1));
    else
        return false;
    return true;
}

void Navigation::step(int by)
{
    const auto content = m_session.content();
    const core::SampleId to = content ? m_list.neighbour(content->sample.id, by) : m_list.idAt(0);
    if (to)
        (void)m_session.goTo(to);
    else
        emit atEnd(by > 0);
}

void Navigation::goToNotDone(bool forward)
{
    const auto content = m_session.content();
    m_list.findNotDone(content ? content->sample.id : core::SampleId{}, forward);
}

void Navigation::listed()
{
    if (!m_session.content())
        (void)m_session.goTo(m_list.idAt(0));
    prefetch();
}

void Navigation::prefetch()
{
    const auto content = m_session.content();
    if (!content || !m_editor.view() || !m_session.project() || core::isOfTexts(m_session.job().kind))
        return;  // texts come with their samples
    std::vector<core::SampleId> ids;
    for (const int by : ahead)
        if (const core::SampleId id = m_list.neighbour(content->sample.id, by))
            ids.push_back(id);
    const auto rows = m_session.project()->reader().rows(m_session.job().id, ids);
    std::vector<std::filesystem::path> files;
    if (rows)
        for (const core::SampleRow &row : *rows)
            if (auto file = m_session.locate(row.sample); !file.empty())
                files.push_back(std::move(file));
    m_editor.view()->prefetch(files);
}

}  // namespace app
