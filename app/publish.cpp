#include "app/publish.h"
#include "app/split.h"
#include "app/statistics.h"
#include <QString>
#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace app {

namespace {

using Usages = std::unordered_map<core::SampleId, core::Usage>;

bool isVersionName(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    return !text.isEmpty() && text.size() <= 32
           && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == '_' || c == '-'; });
}

core::Status checkName(const core::Reader &reader, const std::filesystem::path &folder, const std::string &name)
{
    if (!isVersionName(name))
        return core::Error{core::Code::BadValue, name, {"", 0, 0, "version"}};
    const auto versions = reader.versions();
    if (!versions)
        return versions.error();
    if (std::ranges::find(*versions, name, &core::Version::name) != versions->end())
        return core::Error{core::Code::Exists, name, {"", 0, 0, "version"}};
    std::error_code error;
    if (std::filesystem::exists(folder, error))
        return core::Error{core::Code::Exists, name, {folder.string(), 0, 0, ""}};
    return core::ok();
}

std::vector<core::LabelId> distinctLabels(const core::SampleContent &content)
{
    std::vector<core::LabelId> labels;
    for (const core::AnnotationPtr &annotation : content.annotations)
        if (annotation->label)
            labels.push_back(annotation->label);
    std::ranges::sort(labels);
    const auto rest = std::ranges::unique(labels);
    labels.erase(rest.begin(), rest.end());
    return labels;
}

core::Error named(core::Error error, const core::Reader &reader, core::JobId job)
{
    const auto labels = reader.labels(job);
    if (labels)
        for (const core::Label &label : *labels)
            if (std::to_string(label.id.value) == error.where.field)
                error.where.field = "label " + label.name;
    return error;
}

core::Result<Usages> usagesOf(core::Reader &reader, const PublishOptions &options, core::TaskContext &task)
{
    std::vector<SplitItem> items;
    const auto collect = [&](core::SampleContent &&content) {
        items.push_back({content.sample.id, distinctLabels(content)});
        return task.advance(0, 0);
    };
    const core::SampleQuery labeled{options.job.id, core::Filter{core::InState{core::State::Labeled}}};
    if (const auto read = reader.each(labeled, collect, task.stop()); !read)
        return read.error();
    const auto trains = split(items, options.trainShare, options.seed);
    if (!trains)
        return named(trains.error(), reader, options.job.id);
    Usages usages;
    for (std::size_t i = 0; i < items.size(); ++i)
        usages[items[i].sample] = (*trains)[i] ? core::Usage::Train : core::Usage::Eval;
    return usages;
}

void forgetHard(core::SampleContent &content)
{
    if (content.work) {
        content.work->hard = false;
        content.work->hardCoefficient.reset();
        content.work->hardReasons.clear();
    }
    for (core::AnnotationPtr &annotation : content.annotations) {
        core::Annotation plain = *annotation;
        core::unset(plain.attributes, core::builtin::Difficult);
        core::unset(plain.attributes, core::builtin::HardCoefficient);
        annotation = std::make_shared<const core::Annotation>(std::move(plain));
    }
}

core::SampleContent asPublished(core::SampleContent content, const Usages &usages, bool keepHard)
{
    const auto usage = usages.find(content.sample.id);
    content.sample.usage = usage == usages.end() ? core::Usage::None : usage->second;
    if (usage == usages.end()) {
        content.annotations.clear();
        content.relations.clear();
        content.work.reset();
    }
    if (!keepHard)
        forgetHard(content);
    return content;
}

// Streams every sample through the writer.
core::Status write(core::Reader &reader, const std::filesystem::path &projectFolder,
                   const std::filesystem::path &manifest, const PublishOptions &options, const Usages &usages,
                   core::TaskContext &task)
{
    const formats::Format *format = formats::formatById("modelarts-manifest");
    if (!format || std::ranges::find(format->kinds, options.job.kind) == format->kinds.end())
        return core::Error{core::Code::Unsupported, kindName(options.job.kind), {}};
    const auto locate = [&](std::string_view uri) { return core::locate(uri, projectFolder, options.maps); };
    const formats::Surroundings around{options.job.kind, options.probe, locate, {}};
    const auto labels = reader.labels(options.job.id);
    const auto ids = reader.find({options.job.id, {}}, task.stop());
    if (!labels || !ids)
        return labels ? ids.error() : labels.error();
    const auto writer = format->newWriter();
    core::Status state = writer->begin(manifest, around, *labels);
    std::int64_t done = 0;
    const auto visit = [&](core::SampleContent &&content) {
        const auto media = locate(content.sample.uri).value_or(std::filesystem::path());
        std::error_code error;
        const bool there = !media.empty() && std::filesystem::exists(media, error);
        state = writer->write(asPublished(std::move(content), usages, options.keepHard),
                              there ? media : std::filesystem::path());
        return state.has_value() && task.advance(++done, std::int64_t(ids->size()));
    };
    if (!state)
        return state;
    const auto read = reader.each({options.job.id, {}}, visit, task.stop());
    if (!state || !read)
        return !state ? state : read;
    return task.stop().stop_requested() ? core::Status(core::Error{core::Code::Cancelled, "", {}}) : writer->finish();
}

core::Timestamp now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace

core::Result<Published> writeVersion(core::Reader &reader, const std::filesystem::path &projectFolder,
                                     const std::filesystem::path &target, const PublishOptions &options,
                                     core::TaskContext &task)
{
    if (options.trainShare < 1 && !splits(options.job.kind))
        return core::Error{core::Code::Unsupported, kindName(options.job.kind), {"", 0, 0, "train"}};
    const std::filesystem::path folder = target / "annotation" / options.version;
    if (const auto usable = checkName(reader, folder, options.version); !usable)
        return usable.error();
    if (const auto frozen = reader.freeze(); !frozen)
        return frozen.error();
    struct Thaw {
        core::Reader &reader;
        ~Thaw() { reader.thaw(); }
    } thaw{reader};
    const auto usages = usagesOf(reader, options, task);
    if (!usages)
        return usages.error();
    auto figures = jobFigures(reader, options.job);
    if (!figures)
        return figures.error();
    const std::filesystem::path manifest = folder / (options.version + ".manifest");
    if (const auto written = write(reader, projectFolder, manifest, options, *usages, task); !written)
        return written.error();

    Published published;
    published.samples = (*figures)["samples"].get<std::int64_t>();
    published.labeled = std::int64_t(usages->size());
    published.train =
        std::ranges::count_if(*usages, [](const auto &usage) { return usage.second == core::Usage::Train; });
    published.eval = published.labeled - published.train;
    (*figures)["train"] = published.train;
    (*figures)["eval"] = published.eval;
    published.version = {{-1},
                         options.version,
                         now(),
                         options.description,
                         options.trainShare,
                         options.seed,
                         figures->dump(),
                         core::uriFor(manifest, projectFolder)};
    return published;
}

core::Edit recordVersion(const Published &published)
{
    return {"publish", "", {core::created(published.version)}};
}

core::Result<Published> publish(core::Project &project, const std::filesystem::path &target,
                                const PublishOptions &options, core::TaskContext &task)
{
    const auto reader = project.newReader();
    if (!reader)
        return reader.error();
    const auto folder = std::filesystem::absolute(project.file()).parent_path();
    auto published = writeVersion(**reader, folder, target, options, task);
    if (!published)
        return published;
    if (const auto recorded = project.apply(recordVersion(*published)); !recorded)
        return recorded.error();
    return published;
}

}  // namespace app
