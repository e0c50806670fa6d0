#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/list_changes.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <QTimer>
#include <algorithm>
#include <list>
#include <unordered_map>
#include <unordered_set>

namespace widgets {

namespace {

using Ids = std::vector<core::SampleId>;
using Rows = std::vector<core::SampleRow>;
constexpr int BlockRows = 64;            // rows are read in blocks: a screenful or two at a time
constexpr std::size_t MostRows = 16384;  // kept in memory, some 10 MB

core::Filter notDone(const core::Filter &filter)
{
    const core::Filter open{core::Not{{core::Filter{core::InState{core::State::Labeled}}}}};
    return filter.node.index() == 0 ? open : core::Filter{core::AllOf{{filter, open}}};
}

// Tips may be rich text: nothing of the data is taken for it.
QString toolTip(const core::Sample &sample)
{
    const QString text = sample.text ? excerpt(*sample.text) : toQString(sample.uri);
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

Ids inOrder(Ids ids, const Ids &first)
{
    std::unordered_map<core::SampleId, std::size_t> rank;
    for (std::size_t i = 0; i < first.size(); ++i)
        rank.emplace(first[i], i);
    const auto rankOf = [&](core::SampleId id) {
        const auto found = rank.find(id);
        return found == rank.end() ? first.size() : found->second;
    };
    std::ranges::stable_sort(ids, {}, rankOf);
    return ids;
}

}  // namespace

struct SampleListModel::Impl {
    SampleListModel &q;
    ReaderThread thread;
    QTimer fetch;
    core::SampleQuery query;
    Ids order;  // a given order; empty: the query's
    std::function<QString(const core::Sample &)> locate;
    Ids ids;
    bool listing = false;
    std::unordered_map<core::SampleId, core::SampleRow> rows;
    std::list<core::SampleId> ages;                // of `rows`, oldest first
    std::unordered_set<int> wanted;                // blocks asked for since the last fetch
    std::unordered_map<core::SampleId, int> gone;  // those an edit took out of the list, and where they were
    bool counting = false;
    core::StateCounts counts;
    std::vector<core::LabelCount> labelCounts;

    explicit Impl(SampleListModel &model) : q(model)
    {
        fetch.setSingleShot(true);
        fetch.setInterval(0);
        QObject::connect(&fetch, &QTimer::timeout, &model, [this] { fetchRows(); });
    }

    void list()
    {
        if (!thread.hasReader())
            return;
        listing = true;
        thread.ask(
            ReaderThread::Lane::List,
            [this, asked = query, first = order](core::Reader &reader, std::stop_token stop) -> ReaderThread::Deliver {
                auto found = reader.find(asked, stop);
                if (!found)
                    return [this, error = found.error()] { fail(error); };
                Ids now = first.empty() ? std::move(*found) : inOrder(std::move(*found), first);
                return [this, now = std::move(now)]() mutable { take(std::move(now)); };
            });
    }

    void fail(const core::Error &error)
    {
        listing = false;
        if (error.code != core::Code::Cancelled)
            emit q.failed(error);
    }

    // Equal heads and tails stay, so that scroll position and selection survive an edit.
    void take(Ids now)
    {
        listing = false;
        const auto [head, tail] = commonEnds(ids, now);
        const std::size_t oldMiddle = ids.size() - head - tail, newMiddle = now.size() - head - tail;
        for (std::size_t row = head; row < std::min(head + oldMiddle, head + MostRows); ++row)
            gone[ids[row]] = int(row);
        if (oldMiddle && newMiddle && (head + tail == 0 || oldMiddle + newMiddle > 10000)) {
            q.beginResetModel();
            ids = std::move(now);
            q.endResetModel();
        } else {
            if (oldMiddle) {
                q.beginRemoveRows({}, int(head), int(head + oldMiddle - 1));
                ids.erase(ids.begin() + std::ptrdiff_t(head), ids.begin() + std::ptrdiff_t(head + oldMiddle));
                q.endRemoveRows();
            }
            if (newMiddle) {
                q.beginInsertRows({}, int(head), int(head + newMiddle - 1));
                ids = std::move(now);
                q.endInsertRows();
            }
        }
        emit q.listed();
    }

    void count()
    {
        if (!thread.hasReader())
            return;
        counting = true;
        thread.ask(ReaderThread::Lane::Counts,
                   [this, job = query.job](core::Reader &reader, std::stop_token) -> ReaderThread::Deliver {
                       auto states = reader.stateCounts(job);
                       auto labels = reader.labelCounts(job);
                       if (!states || !labels)
                           return [this, error = states ? labels.error() : states.error()] { fail(error); };
                       return [this, states = *states, labels = std::move(*labels)]() mutable {
                           counting = false;
                           counts = states;
                           labelCounts = std::move(labels);
                           emit q.countsChanged();
                           emit q.labelCountsChanged();
                       };
                   });
    }

    void want(int row)
    {
        wanted.insert(row / BlockRows);
        if (!fetch.isActive())
            fetch.start();
    }

    void fetchRows()
    {
        Ids ask;
        for (const int block : wanted)
            for (int row = block * BlockRows; row < std::min(int(ids.size()), (block + 1) * BlockRows); ++row)
                if (!rows.contains(ids[std::size_t(row)]))
                    ask.push_back(ids[std::size_t(row)]);
        wanted.clear();
        read(std::move(ask));
    }

    void read(Ids ask)
    {
        if (ask.empty())
            return;
        thread.ask(ReaderThread::Lane::Rows,
                   [this, job = query.job, ask = std::move(ask)](core::Reader &reader,
                                                                 std::stop_token) -> ReaderThread::Deliver {
                       auto read = reader.rows(job, ask);
                       if (!read)
                           return [this, error = read.error()] { fail(error); };
                       return [this, read = std::move(*read)]() mutable { keep(std::move(read)); };
                   });
    }

    void keep(Rows read)
    {
        int first = -1, last = -1;
        for (core::SampleRow &row : read) {
            const core::SampleId id = row.sample.id;
            if (rows.insert_or_assign(id, std::move(row)).second)
                ages.push_back(id);
            const int at = q.rowOf(id);
            if (at < 0)
                continue;
            first = first < 0 ? at : std::min(first, at);
            last = std::max(last, at);
        }
        for (; rows.size() > MostRows; ages.pop_front())
            rows.erase(ages.front());
        if (first >= 0)
            emit q.dataChanged(q.index(first), q.index(last));
    }

    void forget()
    {
        rows.clear();
        ages.clear();
        wanted.clear();
        thread.drop(ReaderThread::Lane::Rows);
    }

    void reread(std::span<const core::SampleId> touched)
    {
        Ids ask;
        for (const core::SampleId id : touched)
            if (rows.contains(id))
                ask.push_back(id);
        for (const int block : wanted)
            for (int row = block * BlockRows; row < std::min(int(ids.size()), (block + 1) * BlockRows); ++row)
                ask.push_back(ids[std::size_t(row)]);
        read(std::move(ask));
    }
};

SampleListModel::SampleListModel(QObject *parent) : QAbstractListModel(parent), m_impl(std::make_unique<Impl>(*this)) {}

SampleListModel::~SampleListModel() = default;

core::Status SampleListModel::setReader(const OpenReader &open)
{
    beginResetModel();
    m_impl->forget();
    m_impl->ids.clear();
    m_impl->order.clear();
    m_impl->counts = {};
    m_impl->labelCounts.clear();
    m_impl->gone.clear();
    m_impl->listing = false;
    core::Status status = m_impl->thread.setReader(open);
    endResetModel();
    emit countsChanged();
    emit labelCountsChanged();
    return status;
}

void SampleListModel::setQuery(const core::SampleQuery &query)
{
    if (query.job != m_impl->query.job)
        m_impl->forget();
    const bool sameJob = query.job == m_impl->query.job && m_impl->counts.all > 0;
    m_impl->query = query;
    m_impl->order.clear();
    m_impl->gone.clear();
    m_impl->list();
    if (!sameJob)
        m_impl->count();
}

const core::SampleQuery &SampleListModel::query() const
{
    return m_impl->query;
}

void SampleListModel::setOrder(const std::vector<core::SampleId> &first)
{
    m_impl->order = first;
    m_impl->list();
}

void SampleListModel::setLocate(std::function<QString(const core::Sample &)> locate)
{
    m_impl->locate = std::move(locate);
}

void SampleListModel::refresh(const core::ChangeSet &set)
{
    if (set.everything || !set.edit) {
        reload();
        return;
    }
    if (mayMove(m_impl->query, set))
        m_impl->list();
    m_impl->reread(set.samples);
    if (m_impl->counting || !recounted(m_impl->counts, m_impl->labelCounts, m_impl->query.job, *set.edit)) {
        m_impl->count();
        return;
    }
    emit countsChanged();
    if (set.annotations || set.relations)
        emit labelCountsChanged();
}

void SampleListModel::reload()
{
    m_impl->forget();
    m_impl->list();
    m_impl->count();
    if (!m_impl->ids.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

bool SampleListModel::isListing() const
{
    return m_impl->listing;
}

core::SampleId SampleListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_impl->ids[std::size_t(row)] : core::SampleId{};
}

int SampleListModel::rowOf(core::SampleId id) const
{
    const auto found = std::ranges::find(m_impl->ids, id);
    return found == m_impl->ids.end() ? -1 : int(found - m_impl->ids.begin());
}

const core::SampleRow *SampleListModel::loadedRow(int row) const
{
    const auto found = m_impl->rows.find(idAt(row));
    return found == m_impl->rows.end() ? nullptr : &found->second;
}

core::SampleId SampleListModel::neighbour(core::SampleId from, int step) const
{
    if (const int row = rowOf(from); row >= 0)
        return idAt(row + step);
    const auto left = m_impl->gone.find(from);
    if (left == m_impl->gone.end())
        return step > 0 ? idAt(0) : idAt(rowCount() - 1);
    // The one behind it has moved up to its row.
    return idAt(std::clamp(step > 0 ? left->second + step - 1 : left->second + step, 0, std::max(0, rowCount() - 1)));
}

void SampleListModel::findNotDone(core::SampleId from, bool forward)
{
    core::SampleQuery narrowed = m_impl->query;
    narrowed.filter = notDone(narrowed.filter);
    m_impl->thread.ask(ReaderThread::Lane::Search,
                       [this, narrowed, from, forward,
                        list = m_impl->ids](core::Reader &reader, std::stop_token stop) -> ReaderThread::Deliver {
                           auto open = reader.find(narrowed, stop);
                           if (!open)
                               return [this, error = open.error()] { m_impl->fail(error); };
                           const core::SampleId next = nextOf(list, std::move(*open), from, forward);
                           return [this, next] { emit notDoneFound(next); };
                       });
}

void SampleListModel::readText(core::SampleId id)
{
    m_impl->thread.ask(
        ReaderThread::Lane::Text,
        [this, id, job = m_impl->query.job](core::Reader &reader, std::stop_token) -> ReaderThread::Deliver {
            auto content = reader.load(job, id);
            if (!content)
                return [this, error = content.error()] { m_impl->fail(error); };
            const core::SharedText text = content->sample.text.value_or(core::SharedText());
            return [this, id, text] { emit textRead(id, text); };
        });
}

const core::StateCounts &SampleListModel::counts() const
{
    return m_impl->counts;
}

const std::vector<core::LabelCount> &SampleListModel::labelCounts() const
{
    return m_impl->labelCounts;
}

int SampleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_impl->ids.size());
}

QVariant SampleListModel::data(const QModelIndex &index, int role) const
{
    const core::SampleRow *row = loadedRow(index.row());
    if (!row) {
        m_impl->want(index.row());
        return {};
    }
    switch (role) {
    case NameRole:
    case Qt::AccessibleTextRole: return sampleName(row->sample);
    case Qt::ToolTipRole: return toolTip(row->sample);
    case StateRole: return int(row->state);
    case HardRole: return row->hard;
    case MissingRole: return !row->sample.text && row->sample.media.state == core::MediaState::Missing;
    case LabelsRole: return QVariant::fromValue(QList<core::LabelId>(row->labels.begin(), row->labels.end()));
    case ConfidenceRole: return row->confidence ? QVariant(*row->confidence) : QVariant();
    case AnnotationCountRole: return qlonglong(row->annotations);
    case MediaRole: return m_impl->locate && !row->sample.text ? m_impl->locate(row->sample) : QString();
    case TextRole: return row->sample.text ? QVariant(excerpt(*row->sample.text)) : QVariant();
    case LengthRole: return m_ofSounds ? QVariant(lengthText(row->sample.media)) : QVariant();
    case ContentRole: return firstLine(row->content);
    case OriginRole: return sampleOrigin(row->sample);
    default: return {};
    }
}

}  // namespace widgets
