#include "app/session_impl.h"
#include "widgets/lists/state_tabs.h"
#include "widgets/qt_text.h"
#include <algorithm>

namespace app {

using namespace core;

namespace {

const char *pathMapsKey = "path_maps";
const char *jobKey = "last_job";

}  // namespace

Session::Session(QObject *parent) : QObject(parent), m_impl(std::make_unique<Impl>())
{
    connect(&m_impl->place, &PlaceKeeper::due, this, &Session::keepPlace);
}

Session::~Session()
{
    blockSignals(true);
    keepPlace();
}

Status Session::open(const std::filesystem::path &file)
{
    std::error_code ignored;
    if (m_impl->project && std::filesystem::equivalent(file, m_impl->project->file(), ignored))
        close();  // its own lock would be in the way
    auto project = Project::open(file, OpenMode::Edit);
    if (!project)
        return report(project.error(), tr("Open project"));
    adopt(std::move(*project));
    return ok();
}

Status Session::create(const std::filesystem::path &file, const NewProject &what)
{
    auto project = Project::create(file, what);
    if (!project)
        return report(project.error(), tr("New project"));
    adopt(std::move(*project));
    return ok();
}

void Session::adopt(std::unique_ptr<Project> project)
{
    close();
    m_impl->project = std::move(project);
    m_impl->place.setProject(m_impl->project.get());
    setAuthor(widgets::toQString(m_impl->author));
    m_impl->subscription = m_impl->project->onChange([this](const ChangeSet &set) { observe(set); });
    if (const auto maps = m_impl->project->reader().setting(pathMapsKey); maps && *maps)
        m_impl->maps = pathMapsFromJson(**maps);
    const auto all = jobs();
    if (!all.empty())
        m_impl->job = all.front();
    if (const auto last = m_impl->project->reader().setting(jobKey); last && *last)
        for (const Job &each : all)
            if (std::to_string(each.id.value) == **last)
                m_impl->job = each;
    loadJob();
    emit projectChanged();
    emit jobChanged();
    emit labelsChanged();
    emit queryChanged();
    emit currentLabelChanged();
}

void Session::settle()
{
    if (m_impl->project)
        emit settleWanted();
}

void Session::close()
{
    if (!m_impl->project)
        return;
    settle();
    keepPlace();
    m_impl->subscription.reset();
    const std::string author = m_impl->author;
    const auto old = std::exchange(m_impl, std::make_unique<Impl>());
    m_impl->author = author;
    connect(&m_impl->place, &PlaceKeeper::due, this, &Session::keepPlace);
    emit contentChanged();
    emit selectionChanged();
    emit projectChanged();  // the readers made from the old project close now
}

Project *Session::project() const
{
    return m_impl->project.get();
}

bool Session::isReadOnly() const
{
    return !m_impl->project || m_impl->project->isReadOnly();
}

void Session::setAuthor(const QString &name)
{
    m_impl->author = widgets::toUtf8(name);
    if (m_impl->project && !name.isEmpty())
        m_impl->project->setAuthor("human/" + m_impl->author);
}

const Job &Session::job() const
{
    return m_impl->job;
}

std::vector<Job> Session::jobs() const
{
    if (!m_impl->project)
        return {};
    auto jobs = m_impl->project->reader().jobs();
    return jobs ? std::move(*jobs) : std::vector<Job>{};
}

void Session::setJob(JobId id)
{
    if (id == m_impl->job.id)
        return;
    for (const Job &each : jobs())
        if (each.id == id) {
            settle();
            const SampleId at = m_impl->at();
            keepPlace();
            m_impl->job = each;
            m_impl->place.set(jobKey, QByteArray::number(qint64(id.value)));
            loadJob();
            m_impl->content.reset();
            m_impl->selection.clear();
            m_impl->relation = {};
            emit jobChanged();
            emit labelsChanged();
            emit queryChanged();
            emit currentLabelChanged();
            (void)goTo(at);  // the same sample seen by the other job; told by failed() when it is gone
            return;
        }
}

void Session::loadJob()
{
    m_impl->filter = {};
    if (auto filter = parseFilter(remembered("filter").toStdString()))
        m_impl->filter = std::move(*filter);
    m_impl->view = viewFromText(remembered("query"));
    m_impl->currentLabel = {remembered("label").toLongLong()};
    loadLabels();
}

void Session::loadLabels()
{
    auto labels = m_impl->project->reader().labels(m_impl->job.id);
    if (!labels) {
        emit failed(labels.error(), tr("Read the labels"));
        return;
    }
    m_impl->labels = std::make_shared<const std::vector<Label>>(std::move(*labels));
    const auto &all = *m_impl->labels;
    if (std::ranges::find(all, m_impl->currentLabel, &Label::id) == all.end())
        m_impl->currentLabel = all.empty() ? LabelId{} : all.front().id;
}

std::shared_ptr<const std::vector<Label>> Session::labels() const
{
    return m_impl->labels;
}

const Filter &Session::filter() const
{
    return m_impl->filter;
}

void Session::setFilter(Filter filter)
{
    if (filter == m_impl->filter)
        return;
    m_impl->filter = std::move(filter);
    remember("filter", QByteArray::fromStdString(toText(m_impl->filter)));
    emit queryChanged();
}

std::optional<State> Session::stateFilter() const
{
    return m_impl->view.state;
}

void Session::setStateFilter(std::optional<State> state)
{
    View view = m_impl->view;
    view.state = state;
    setView(view);
}

void Session::setSort(SortKey key, bool descending)
{
    setView({m_impl->view.state, key, descending});
}

void Session::setView(const View &view)
{
    if (view == m_impl->view)
        return;
    m_impl->view = view;
    remember("query", toText(view));
    emit queryChanged();
}

SampleQuery Session::query() const
{
    const View &view = m_impl->view;
    return {m_impl->job.id, widgets::narrowed(m_impl->filter, view.state), view.sort, view.descending};
}

std::filesystem::path Session::media() const
{
    return m_impl->content ? locate(m_impl->content->sample) : std::filesystem::path();
}

std::filesystem::path Session::locate(const Sample &sample) const
{
    if (!m_impl->project)
        return {};
    return core::locate(sample.uri, folder(), m_impl->maps).value_or(std::filesystem::path());
}

std::filesystem::path Session::folder() const
{
    return m_impl->project ? m_impl->project->file().parent_path() : std::filesystem::path();
}

std::vector<PathMap> Session::pathMaps() const
{
    return m_impl->maps;
}

Status Session::setPathMaps(const std::vector<PathMap> &maps)
{
    if (!m_impl->project || maps == m_impl->maps)
        return ok();
    Status status = m_impl->project->setSetting(pathMapsKey, toJson(maps));
    if (!status)
        return report(status, tr("Keep the path maps"));
    m_impl->maps = maps;
    emit pathMapsChanged();
    emit contentChanged();
    return status;
}

QByteArray Session::remembered(const char *what) const
{
    return m_impl->place.value(m_impl->key(what));
}

void Session::remember(const char *what, const QByteArray &value)
{
    m_impl->place.set(m_impl->key(what), value);
}

void Session::keepPlace()
{
    if (!m_impl->project)
        return;
    emit placeWanted();
    if (const Status status = m_impl->place.write(); !status)
        emit failed(status.error(), tr("Keep the place"));
}

Status Session::report(Status status, const QString &doing)
{
    if (!status)
        emit failed(status.error(), doing);
    return status;
}

}  // namespace app
