#include "app/session.h"
#include "app/session_query.h"
#include "core/labelling.h"
#include "widgets/lists/state_tabs.h"
#include "widgets/qt_text.h"
#include <QTimer>
#include <algorithm>
#include <map>

namespace app {

using namespace core;

namespace {

constexpr int keepEveryMs = 3000;  // a place is written at most this late; each write costs a disk sync

const char *pathMapsKey = "path_maps";
const char *jobKey = "last_job";

// What an edit created in that sample, without labels of the whole of it.
QList<AnnotationId> drawn(const Edit &edit, const SampleContent &content)
{
    QList<AnnotationId> created;
    for (const Change &change : edit.changes)
        if (const auto *row = std::get_if<RowChange<Annotation>>(&change))
            if (!row->before && row->after && row->after->sample == content.sample.id && row->after->job == content.job
                && !std::holds_alternative<WholeSample>(row->after->geometry))
                created.push_back(row->after->id);
    return created;
}

}  // namespace

struct Session::Impl {
    std::unique_ptr<Project> project;
    Subscription subscription;
    std::string author;
    Job job;
    std::shared_ptr<const std::vector<Label>> labels = std::make_shared<std::vector<Label>>();
    Filter filter;
    std::optional<State> state;
    SortKey sort = SortKey::Added;
    bool descending = false;
    std::vector<PathMap> maps;
    std::shared_ptr<const SampleContent> content;
    QList<AnnotationId> selection;
    LabelId currentLabel;
    std::map<std::string, std::string> unkept;  // settings not written yet
    QTimer keeper;

    std::string key(const char *what) const { return "window/" + std::to_string(job.id.value) + "/" + what; }
};

Session::Session(QObject *parent) : QObject(parent), m_impl(std::make_unique<Impl>())
{
    m_impl->keeper.setSingleShot(true);
    m_impl->keeper.setInterval(keepEveryMs);
    connect(&m_impl->keeper, &QTimer::timeout, this, &Session::keepPlace);
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

void Session::close()
{
    if (!m_impl->project)
        return;
    keepPlace();
    m_impl->subscription.reset();
    const std::string author = m_impl->author;
    auto old = std::move(m_impl);
    m_impl = std::make_unique<Impl>();
    m_impl->author = author;
    m_impl->keeper.setSingleShot(true);
    m_impl->keeper.setInterval(keepEveryMs);
    connect(&m_impl->keeper, &QTimer::timeout, this, &Session::keepPlace);
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
            const SampleId at = m_impl->content ? m_impl->content->sample.id : SampleId{};
            keepPlace();
            m_impl->job = each;
            m_impl->unkept[jobKey] = std::to_string(id.value);
            m_impl->keeper.start();
            loadJob();
            m_impl->content.reset();
            m_impl->selection.clear();
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
    m_impl->state.reset();
    if (auto filter = parseFilter(remembered("filter").toStdString()))
        m_impl->filter = std::move(*filter);
    const View view = viewFromText(remembered("query"));
    m_impl->state = view.state;
    m_impl->sort = view.sort;
    m_impl->descending = view.descending;
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
    return m_impl->state;
}

void Session::setStateFilter(std::optional<State> state)
{
    if (state == m_impl->state)
        return;
    m_impl->state = state;
    remember("query", toText(View{m_impl->state, m_impl->sort, m_impl->descending}));
    emit queryChanged();
}

void Session::setSort(SortKey key, bool descending)
{
    if (key == m_impl->sort && descending == m_impl->descending)
        return;
    m_impl->sort = key;
    m_impl->descending = descending;
    remember("query", toText(View{m_impl->state, m_impl->sort, m_impl->descending}));
    emit queryChanged();
}

SampleQuery Session::query() const
{
    return {m_impl->job.id, widgets::narrowed(m_impl->filter, m_impl->state), m_impl->sort, m_impl->descending};
}

std::shared_ptr<const SampleContent> Session::content() const
{
    return m_impl->content;
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

Status Session::goTo(SampleId id)
{
    const SampleId at = m_impl->content ? m_impl->content->sample.id : SampleId{};
    if (id == at || !m_impl->project)
        return ok();
    if (!id) {
        m_impl->content.reset();
    } else {
        auto content = m_impl->project->reader().load(m_impl->job.id, id);
        if (!content)
            return report(content.error(), tr("Show the sample"));
        m_impl->content = std::make_shared<const SampleContent>(std::move(*content));
        remember("sample", QByteArray::number(qint64(id.value)));
    }
    m_impl->selection.clear();
    emit contentChanged();
    emit selectionChanged();
    return ok();
}

SampleId Session::leftSample() const
{
    return {remembered("sample").toLongLong()};
}

std::vector<SampleContent> Session::contents(const QList<SampleId> &ids) const
{
    std::vector<SampleContent> contents;
    if (!m_impl->project)
        return contents;
    contents.reserve(std::size_t(ids.size()));
    for (const SampleId id : ids) {
        if (m_impl->content && m_impl->content->sample.id == id)
            contents.push_back(*m_impl->content);
        else if (auto content = m_impl->project->reader().load(m_impl->job.id, id))
            contents.push_back(std::move(*content));
    }
    return contents;
}

QList<AnnotationId> Session::selection() const
{
    return m_impl->selection;
}

void Session::setSelection(const QList<AnnotationId> &selection)
{
    if (selection == m_impl->selection)
        return;
    m_impl->selection = selection;
    emit selectionChanged();
}

LabelId Session::currentLabel() const
{
    return m_impl->currentLabel;
}

void Session::setCurrentLabel(LabelId label)
{
    if (label == m_impl->currentLabel)
        return;
    m_impl->currentLabel = label;
    remember("label", QByteArray::number(qint64(label.value)));
    emit currentLabelChanged();
}

Status Session::apply(Edit edit)
{
    if (!m_impl->project || isNothing(edit))
        return ok();
    const QString doing = tr("Change the project");
    if (m_impl->project->isReadOnly())
        return report(Error{Code::ReadOnly, m_impl->project->file().filename().string(), {}}, doing);
    QList<SampleId> touched;
    for (const SampleId id : touchedSamples(edit))
        touched.push_back(id);
    const auto applied = m_impl->project->apply(withImpliedState(std::move(edit), contents(touched)));
    if (applied)
        return ok();
    if (applied.error().code == Code::Conflict && m_impl->content) {
        const SampleId at = m_impl->content->sample.id;
        m_impl->content.reset();
        (void)goTo(at);
    }
    return report(applied.error(), doing);
}

Status Session::undo()
{
    return step(true);
}

Status Session::redo()
{
    return step(false);
}

Status Session::step(bool back)
{
    if (!m_impl->project)
        return ok();
    const auto entry = back ? m_impl->project->nextUndo() : m_impl->project->nextRedo();
    if (!entry)
        return ok();
    if (entry->sample && m_impl->project->reader().load(m_impl->job.id, entry->sample))
        if (Status status = goTo(entry->sample); !status)
            return status;
    const auto set = back ? m_impl->project->undo() : m_impl->project->redo();
    return set ? ok() : report(set.error(), back ? tr("Undo") : tr("Redo"));
}

void Session::observe(const ChangeSet &set)
{
    if (set.jobs || set.everything)
        for (const Job &each : jobs())
            if (each.id == m_impl->job.id && !(each == m_impl->job)) {
                m_impl->job = each;
                emit jobChanged();
            }
    if (set.labels || set.everything) {
        loadLabels();
        emit labelsChanged();
        emit currentLabelChanged();
    }
    refreshContent(set);
    emit changed(set);
}

void Session::refreshContent(const ChangeSet &set)
{
    if (!m_impl->content)
        return;
    const SampleId at = m_impl->content->sample.id;
    if (set.everything) {
        auto content = m_impl->project->reader().load(m_impl->job.id, at);
        m_impl->content = content ? std::make_shared<const SampleContent>(std::move(*content)) : nullptr;
    } else if (std::ranges::binary_search(set.samples, at)) {
        m_impl->content = std::make_shared<const SampleContent>(patched(*m_impl->content, *set.edit));
    } else {
        return;
    }
    emit contentChanged();
    QList<AnnotationId> selection = m_impl->content ? drawn(*set.edit, *m_impl->content) : QList<AnnotationId>();
    if (selection.isEmpty())
        for (const AnnotationId id : m_impl->selection)
            if (m_impl->content && m_impl->content->annotation(id))
                selection.push_back(id);
    setSelection(selection);
}

QByteArray Session::remembered(const char *what) const
{
    if (!m_impl->project)
        return {};
    const std::string key = m_impl->key(what);
    if (const auto unkept = m_impl->unkept.find(key); unkept != m_impl->unkept.end())
        return QByteArray::fromStdString(unkept->second);
    const auto value = m_impl->project->reader().setting(key);
    return value && *value ? QByteArray::fromStdString(**value) : QByteArray();
}

void Session::remember(const char *what, const QByteArray &value)
{
    if (isReadOnly())
        return;
    m_impl->unkept[m_impl->key(what)] = value.toStdString();
    if (!m_impl->keeper.isActive())
        m_impl->keeper.start();
}

void Session::keepPlace()
{
    if (m_impl->project)
        emit placeWanted();
    m_impl->keeper.stop();
    if (!isReadOnly())
        for (const auto &[key, value] : m_impl->unkept)
            if (const Status status = m_impl->project->setSetting(key, value); !status) {
                emit failed(status.error(), tr("Keep the place"));
                break;
            }
    m_impl->unkept.clear();
}

Status Session::report(Status status, const QString &doing)
{
    if (!status)
        emit failed(status.error(), doing);
    return status;
}

}  // namespace app
