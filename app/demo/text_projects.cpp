#include "app/demo/text_projects.h"
#include "app/demo/demo_project.h"
#include "app/demo/demo_texts.h"
#include "app/demo/marked_text.h"
#include "core/job_options.h"
#include "core/save_file.h"
#include <QCryptographicHash>
#include <QString>
#include <algorithm>
#include <map>
#include <sstream>

namespace app::demo {

namespace fs = std::filesystem;

namespace {

constexpr const char *longFile = "media/texts/lakes.txt";
constexpr core::Rgb moodColors[] = {0x2f9e5b, 0xe0a526, 0xd64550};  // of reviewLabels

// One text of a project: how far it is, what it says, what is in it.
struct PlannedText {
    char state = 'U';
    MarkedText marked;
    std::string whole;  // the label of all of it; empty: none
    std::string_view relations;
    std::string uri;  // empty: a line of an imaginary file
};

std::string idOf(core::JobKind kind, std::size_t line)
{
    const auto hash = QCryptographicHash::hash(core::kindName(kind), QCryptographicHash::Md5).toHex();
    return QStringLiteral("%1.%2").arg(QLatin1String(hash)).arg(line, 9, 10, QLatin1Char('0')).toStdString();
}

// Writes the rows of one project.
class Filler {
public:
    Filler(core::BatchWriter &batch, const core::Job &job, const std::vector<core::Label> &labels)
        : m_batch(batch),
          m_job(job),
          m_labels(labels)
    {
    }

    core::Status put(const PlannedText &text, std::size_t line)
    {
        const auto sample = m_batch.put(sampleOf(text, line));
        if (!sample)
            return sample.error();
        if (text.state == 'U')
            return core::ok();
        m_sample = *sample;
        m_seed = std::uint32_t(line);
        if (const auto put = m_batch.put(workFor(text.state, m_job.id, m_sample, m_seed)); !put)
            return put;
        if (text.state == 'E')
            return core::ok();
        std::map<char, core::AnnotationId> named;
        std::int64_t order = 0;
        for (const MarkedSpan &span : text.marked.spans) {
            const auto id = putAnnotation(core::TextSpan{{{span.begin, span.end}}}, span.label, text.state, order++);
            if (!id)
                return id.error();
            named.try_emplace(span.name, *id);
        }
        if (!text.whole.empty())
            if (const auto id = putAnnotation(core::WholeSample{}, text.whole, text.state, 0); !id)
                return id.error();
        return putRelations(text.relations, named);
    }

private:
    core::Sample sampleOf(const PlannedText &text, std::size_t line) const
    {
        core::Sample sample;
        sample.text = text.marked.text;
        sample.externalId = text.uri.empty() ? idOf(m_job.kind, line) : std::string();
        sample.uri = text.uri.empty() ? "content://" + sample.externalId : text.uri;
        if (!text.uri.empty())
            sample.media = {core::MediaState::Present, std::int64_t(text.marked.text.size()), 0, 0, 0, 0, 0};
        return sample;
    }

    core::LabelId labelNamed(std::string_view name) const
    {
        const auto found = std::ranges::find(m_labels, name, &core::Label::name);
        return found == m_labels.end() ? core::LabelId{} : found->id;
    }

    core::Result<core::AnnotationId> putAnnotation(core::Geometry geometry, std::string_view label, char state,
                                                   std::int64_t order)
    {
        core::Annotation row;
        row.job = m_job.id;
        row.sample = m_sample;
        row.label = labelNamed(label);
        row.order = order;
        row.geometry = std::move(geometry);
        row.proposed = state == 'C';
        row.author = row.proposed ? machine : people[m_seed % std::size(people)];
        row.created = firstDay + std::int64_t(m_seed) * 97'000;
        if (row.proposed)
            row.confidence = 0.55 + 0.07 * double((m_seed + std::uint32_t(order)) % 6);
        return m_batch.put(std::move(row));
    }

    core::Status putRelations(std::string_view written, const std::map<char, core::AnnotationId> &named)
    {
        std::istringstream words{std::string(written)};
        std::string from, label, to;
        while (words >> from >> label >> to) {
            core::Relation row;
            row.job = m_job.id;
            row.sample = m_sample;
            row.label = labelNamed(label);
            row.from = named.at(from.front());
            row.to = named.at(to.front());
            row.author = people[m_seed % std::size(people)];
            row.created = firstDay + std::int64_t(m_seed) * 97'000;
            if (const auto put = m_batch.put(std::move(row)); !put)
                return put.error();
        }
        return core::ok();
    }

    core::BatchWriter &m_batch;
    const core::Job &m_job;
    const std::vector<core::Label> &m_labels;
    core::SampleId m_sample;
    std::uint32_t m_seed = 0;
};

core::Status writeProject(const fs::path &file, const core::NewProject &what, const std::vector<PlannedText> &texts)
{
    return makeProject(file, what,
                       [&](core::BatchWriter &batch, const core::Job &job, const std::vector<core::Label> &labels) {
                           Filler filler(batch, job, labels);
                           core::Status put = core::ok();
                           for (std::size_t i = 0; i < texts.size() && put; ++i)
                               put = filler.put(texts[i], i + 1);
                           return put;
                       });
}

std::vector<PlannedText> reviewTexts()
{
    std::vector<PlannedText> texts;
    for (const Review &review : reviews())
        texts.push_back({review.state, {std::string(review.text), {}}, std::string(reviewLabels[review.mood]), "", ""});
    return texts;
}

std::vector<PlannedText> newsTexts()
{
    std::vector<PlannedText> texts;
    for (const News &each : news())
        texts.push_back({each.state, parseMarked(each.marked), "", "", ""});
    texts.insert(texts.begin() + 4, {'L', parseMarked(longReport()), "", "", longFile});
    return texts;
}

std::vector<PlannedText> factTexts()
{
    std::vector<PlannedText> texts;
    for (const Fact &fact : facts())
        texts.push_back({fact.state, parseMarked(fact.marked), "", fact.relations, ""});
    return texts;
}

core::Status writeLongFile(const fs::path &file)
{
    return core::saveWhole(file, parseMarked(longReport()).text);
}

}  // namespace

std::vector<fs::path> textProjectFiles(const fs::path &dir)
{
    return {dir / "text_classification.labelwright", dir / "named_entity.labelwright",
            dir / "text_triplet.labelwright"};
}

core::Status writeTextProjects(const fs::path &dir, core::TaskContext &task)
{
    using core::JobKind;
    const auto files = textProjectFiles(dir);
    if (const auto written = writeLongFile(dir / longFile); !written)
        return written;
    auto moods = projectOf(JobKind::TextClassification, "reviews", {std::begin(reviewLabels), std::end(reviewLabels)});
    auto entities = projectOf(JobKind::NamedEntity, "news", {std::begin(newsLabels), std::end(newsLabels)});
    auto triplets = projectOf(JobKind::TextTriplet, "facts", {std::begin(factLabels), std::end(factLabels)});
    for (const core::Error *error : {moods ? nullptr : &moods.error(), entities ? nullptr : &entities.error(),
                                     triplets ? nullptr : &triplets.error()})
        if (error)
            return *error;
    for (std::size_t i = 0; i < std::size(moodColors); ++i)
        moods->labels[i].rgb = moodColors[i];
    core::Job nested;
    nested.kind = JobKind::NamedEntity;
    entities->options = core::withOverlap(nested, core::Overlap::Nested).options;
    if (const auto written = writeProject(files[0], *moods, reviewTexts()); !written)
        return written;
    if (const auto written = writeProject(files[1], *entities, newsTexts()); !written)
        return written;
    if (task.stop().stop_requested())
        return core::Error{core::Code::Cancelled, "", {}};
    return writeProject(files[2], *triplets, factTexts());
}

}  // namespace app::demo
