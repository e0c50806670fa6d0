#include "formats/exporter.h"
#include "formats/content_pipe.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;

namespace {

constexpr std::size_t toldIssues = 10'000;

// Counts what the format's losses() says, one word at a time.
class LossCount {
public:
    LossCount(const ExportOptions &options, LossReport &report) : m_options(options), m_report(report) {}

    void add(const core::SampleContent &content)
    {
        ++m_report.samples;
        m_report.annotations += std::ssize(content.annotations);
        if (!m_options.format->losses)
            return;
        for (const std::string &word : m_options.format->losses(content, m_options.job.kind, m_options.formatOptions)) {
            auto known = std::ranges::find(m_report.losses, word, &Loss::what);
            if (known == m_report.losses.end())
                known = m_report.losses.insert(known, {word, 0, content.sample.uri});
            ++known->samples;
        }
    }
    void sort() { std::ranges::stable_sort(m_report.losses, std::greater(), &Loss::samples); }

private:
    const ExportOptions &m_options;
    LossReport &m_report;
};

core::Status checked(const ExportOptions &options)
{
    if (!options.format)
        return Error{Code::Usage, "format", {}};
    const auto &kinds = options.format->kinds;
    if (!options.format->newWriter || std::ranges::find(kinds, options.job.kind) == kinds.end())
        return Error{Code::Unsupported, std::string(options.format->id) + ": " + core::kindName(options.job.kind), {}};
    return core::ok();
}

Error lossError(const LossReport &report)
{
    std::string detail;
    for (const Loss &loss : report.losses)
        detail += (detail.empty() ? "" : ", ") + loss.what + ": " + std::to_string(loss.samples);
    return {Code::Loss, detail, {report.losses.front().example, 0, 0, {}}};
}

core::SampleQuery queryOf(const ExportOptions &options)
{
    core::SampleQuery query = options.query;
    query.job = options.job.id;
    return query;
}

// The same snapshot for everything the export reads.
class Frozen {
public:
    explicit Frozen(core::Reader &reader) : m_reader(reader), m_status(reader.freeze()) {}
    ~Frozen() { m_reader.thaw(); }
    Frozen(const Frozen &) = delete;
    Frozen &operator=(const Frozen &) = delete;
    const core::Status &status() const { return m_status; }

private:
    core::Reader &m_reader;
    core::Status m_status;
};

// One pass: samples are written until a loss is met that is not allowed; from then on they are only counted, so that
// the refusal can say how much would be lost.
class Export {
public:
    Export(const ExportOptions &options, const std::filesystem::path &projectFolder, FormatWriter &writer,
           ExportReport &report)
        : m_options(options),
          m_projectFolder(projectFolder),
          m_writer(writer),
          m_report(report),
          m_losses(options, report.losses)
    {
    }

    core::Status add(const core::SampleContent &content)
    {
        m_losses.add(content);
        if (isRefused())
            return core::ok();
        const auto media = mediaOf(content.sample);
        ++m_report.samples;
        m_report.annotations += std::ssize(content.annotations);
        return m_writer.write(content, media);
    }
    bool isRefused() const { return !m_options.allowLoss && !m_report.losses.losses.empty(); }
    core::Status finish()
    {
        m_losses.sort();
        return isRefused() ? core::Status(lossError(m_report.losses)) : m_writer.finish();
    }

private:
    std::filesystem::path mediaOf(const core::Sample &sample)
    {
        if (sample.text)
            return {};
        std::error_code error;
        auto file = core::locate(sample.uri, m_projectFolder, m_options.maps);
        if (file && std::filesystem::is_regular_file(*file, error))
            return std::move(*file);
        if (m_report.issues.size() < toldIssues)
            m_report.issues.push_back({Severity::Warning, {Code::NotFound, "media", {sample.uri, 0, 0, {}}}});
        return {};
    }

    const ExportOptions &m_options;
    const std::filesystem::path &m_projectFolder;
    FormatWriter &m_writer;
    ExportReport &m_report;
    LossCount m_losses;
};

using Visit = std::function<bool(core::SampleContent &&)>;

// Those that are gone are left out.
core::Status eachOf(std::vector<core::SampleId> ids, const core::Reader &reader, core::JobId job, const Visit &visit)
{
    std::ranges::sort(ids);
    for (const core::SampleId id : ids) {
        auto content = reader.load(job, id);
        if (!content && content.error().code != Code::NotFound)
            return content.error();
        if (content && !visit(std::move(*content)))
            break;
    }
    return core::ok();
}

// Calls `add` for each sample that is wanted, by id, in another thread; its first failure, or the reader's, or
// Cancelled. When this returns, no call is under way.
core::Status forEach(const ExportOptions &options, const core::Reader &reader, core::TaskContext &task,
                     const ContentPipe::Take &add)
{
    const auto query = queryOf(options);
    const auto total =
        options.only ? core::Result<std::int64_t>(std::ssize(*options.only)) : reader.count(query, task.stop());
    if (!total)
        return total.error();
    ContentPipe pipe(add);
    std::int64_t done = 0;
    bool cancelled = false;
    const Visit visit = [&](core::SampleContent &&content) {
        cancelled = !task.advance(done++, *total);
        return !cancelled && pipe.put(std::move(content));
    };
    const auto walked =
        options.only ? eachOf(*options.only, reader, query.job, visit) : reader.each(query, visit, task.stop());
    if (cancelled)
        return Error{Code::Cancelled, {}, {}};
    const auto taken = pipe.finish();
    return taken && !walked ? walked : taken;
}

}  // namespace

core::Result<LossReport> preflight(const ExportOptions &options, core::Reader &reader, core::TaskContext &task)
{
    if (auto fine = checked(options); !fine)
        return fine.error();
    const Frozen frozen(reader);
    if (!frozen.status())
        return frozen.status().error();
    LossReport report;
    LossCount losses(options, report);
    const auto count = [&](const core::SampleContent &content) {
        losses.add(content);
        return core::ok();
    };
    if (auto done = forEach(options, reader, task, count); !done)
        return done.error();
    losses.sort();
    return report;
}

core::Result<ExportReport> exportTo(const std::filesystem::path &target, const ExportOptions &options,
                                    core::Reader &reader, const std::filesystem::path &projectFolder,
                                    core::TaskContext &task)
{
    if (auto fine = checked(options); !fine)
        return fine.error();
    const Frozen frozen(reader);
    if (!frozen.status())
        return frozen.status().error();
    const auto labels = reader.labels(options.job.id);
    if (!labels)
        return labels.error();
    const auto locate = [&](std::string_view uri) { return core::locate(uri, projectFolder, options.maps); };
    ExportReport report;
    const auto keep = [&report](Issue issue) {
        if (report.issues.size() < toldIssues)
            report.issues.push_back(std::move(issue));
    };
    const auto writer = options.format->newWriter();
    const Surroundings around{options.job.kind, options.probe, locate, options.formatOptions, {}, keep, options.job};
    if (auto begun = writer->begin(target, around, *labels); !begun)
        return begun.error();
    Export out(options, projectFolder, *writer, report);
    if (auto done = forEach(options, reader, task, [&](const auto &content) { return out.add(content); }); !done)
        return done.error();
    if (auto finished = out.finish(); !finished)
        return finished.error();
    return report;
}

}  // namespace formats
