#include "formats/importer.h"
#include "formats/import_sink.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace formats {

using core::Code;
using core::Error;

namespace {

core::Result<const Format *> formatFor(const std::filesystem::path &source, const Format *wanted, core::JobKind kind)
{
    const std::string name = source.string();
    std::error_code error;
    if (!std::filesystem::exists(source, error))
        return Error{Code::NotFound, error ? error.message() : "no such file", {name, 0, 0, {}}};
    const Format *format = wanted ? wanted : detectFormat(source, kind);
    if (!format)
        return Error{Code::Unsupported, "format", {name, 0, 0, {}}};
    if (!format->newReader || std::ranges::find(format->kinds, kind) == format->kinds.end())
        return Error{Code::Unsupported, std::string(format->id) + ": " + core::kindName(kind), {name, 0, 0, {}}};
    return format;
}

core::Result<core::Job> jobOf(const core::Reader &reader, core::JobId id)
{
    auto jobs = reader.jobs();
    if (!jobs)
        return jobs.error();
    const auto job = std::ranges::find(*jobs, id, &core::Job::id);
    if (job == jobs->end())
        return Error{Code::NotFound, "job " + std::to_string(id.value), {}};
    return *job;
}

// The import's own maps win over the project's.
core::Result<std::vector<core::PathMap>> mapsFor(const core::Reader &reader, std::vector<core::PathMap> maps)
{
    const auto stored = reader.setting("path_maps");
    if (!stored)
        return stored.error();
    if (*stored)
        for (core::PathMap &map : core::pathMapsFromJson(**stored))
            if (std::ranges::find(maps, map.prefix, &core::PathMap::prefix) == maps.end())
                maps.push_back(std::move(map));
    return maps;
}

Surroundings surroundings(const std::filesystem::path &source, const ImportOptions &options, const core::Job &job,
                          const ImportPlaces &places, std::vector<core::Label> labels)
{
    auto folder = std::filesystem::absolute(source);
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        folder = folder.parent_path();
    return {.kind = job.kind,
            .probe = options.probe,
            .locate = [&places, folder](std::string_view uri) { return places.locate(uri, folder); },
            .options = options.formatOptions,
            .labels = std::move(labels),
            .job = job};
}

class PreviewSink : public RecordSink {
public:
    PreviewSink(Preview &preview, std::size_t limit) : m_preview(preview), m_limit(limit) {}
    bool put(Record record) override
    {
        if (isFull())
            return false;
        m_preview.records.push_back(std::move(record));
        return true;
    }
    bool report(Issue issue) override
    {
        if (isFull())
            return false;
        m_preview.issues.push_back(std::move(issue));
        return true;
    }
    bool advance(std::int64_t, std::int64_t) override { return true; }

private:
    bool isFull() const { return m_preview.records.size() >= m_limit || m_preview.issues.size() >= m_limit; }
    Preview &m_preview;
    std::size_t m_limit;
};

}  // namespace

core::Result<Imported> importSource(const std::filesystem::path &source, const ImportOptions &options,
                                    core::Reader &reader, core::BatchWriter &batch,
                                    const std::filesystem::path &projectFolder, core::TaskContext &task,
                                    ImportReport &report)
{
    report = {};
    auto job = jobOf(reader, options.job);
    if (!job)
        return job.error();
    const auto format = formatFor(source, options.format, job->kind);
    if (!format)
        return format.error();
    report.format = (*format)->id;
    auto labels = reader.labels(options.job);
    if (!labels)
        return labels.error();
    auto maps = mapsFor(reader, options.maps);
    if (!maps)
        return maps.error();
    const ImportPlaces places(projectFolder, std::move(*maps));
    ImportSink sink({options, *job, source.string(), reader, batch, task, report}, places, *labels);
    const auto read = (*format)->newReader()->read(source, surroundings(source, options, *job, places, *labels), sink);
    if (sink.failure())
        return *sink.failure();
    if (!read)
        return read.error();
    if (auto finished = sink.finish(); !finished)
        return finished.error();
    auto show = batch.close("import");
    if (!show)
        return show.error();
    sink.complete(*show);
    return Imported{report, std::move(*show)};
}

core::Result<Preview> preview(const std::filesystem::path &source, const ImportOptions &options, core::JobKind kind,
                              std::int64_t limit)
{
    const auto format = formatFor(source, options.format, kind);
    if (!format)
        return format.error();
    Preview shown;
    shown.format = *format;
    const ImportPlaces places(std::filesystem::absolute(source).parent_path(), options.maps);
    PreviewSink sink(shown, static_cast<std::size_t>(std::max<std::int64_t>(limit, 0)));
    core::Job job;
    job.kind = kind;
    const auto read = (*format)->newReader()->read(source, surroundings(source, options, job, places, {}), sink);
    shown.whole = read.has_value();
    if (!read && read.error().code != Code::Cancelled)
        return read.error();
    return shown;
}

}  // namespace formats
