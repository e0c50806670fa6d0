#include "app/demo/demo.h"
#include "app/demo/demo_project.h"
#include "app/demo/picture_files.h"
#include "app/demo/sound_projects.h"
#include "app/demo/still_life.h"
#include "app/demo/street_scene.h"
#include "app/demo/text_projects.h"
#include "core/masks.h"
#include "widgets/theme.h"
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace app::demo {

namespace fs = std::filesystem;

namespace {

// How far each picture is: Labeled, to Confirm, Unlabeled, verified Empty.
constexpr std::string_view streetStates = "LLCLULLCLEULLCLLUCLLUCLU", stillStates = "LLLCULLLCULLCLLUELLCULLU";

struct Planned {
    std::string uri;
    QSize size;
    FileKind kind = FileKind::Jpeg;
    char state = 'U';
    std::uint32_t seed = 0;
};

// A painted and written picture with what is on it.
struct Painted {
    Planned plan;
    std::int64_t bytes = 0;
    std::vector<PaintedThing> things;
    int subject = -1;  // of a still life
};

std::vector<Planned> plan(const char *folder, std::string_view states, std::uint32_t seed)
{
    const std::vector<QSize> sizes{{1600, 1200}, {1920, 1280}, {1600, 1200}, {2048, 1536}, {1280, 1600}, {1800, 1200}};
    std::vector<Planned> all;
    for (std::size_t i = 0; i < states.size(); ++i) {
        Planned picture{"", sizes[i % sizes.size()], FileKind::Jpeg, states[i], seed + std::uint32_t(i)};
        if (i == 6)
            picture.size = {4000, 3000};
        if (i == 3 || i == 15)
            picture.kind = FileKind::Png;
        if (i == 11)
            picture.kind = FileKind::DeepPng;
        if (i == 10)
            picture.kind = FileKind::TurnedJpeg;
        const std::string number = std::to_string(i + 1);
        picture.uri = std::string("media/") + folder + "/" + folder + "_" + (number.size() < 2 ? "0" : "") + number
                      + suffixOf(picture.kind);
        all.push_back(std::move(picture));
    }
    return all;
}

Painted paintedStreet(const Planned &plan, std::size_t index, QImage &image)
{
    constexpr Hour hours[]{Hour::Noon,     Hour::Dusk, Hour::Morning, Hour::Night,
                           Hour::Overcast, Hour::Noon, Hour::Morning};
    PaintedScene scene = paintStreet(plan.size, hours[index % std::size(hours)], plan.state != 'E', plan.seed);
    image = std::move(scene.image);
    return {plan, 0, std::move(scene.things), -1};
}

Painted paintedStillLife(const Planned &plan, std::size_t index, QImage &image)
{
    const int subject = plan.state == 'E' ? -1 : int((index * 5 + index / 6) % std::size(stillLifeLabels));
    image = paintStillLife(plan.size, subject, plan.seed);
    return {plan, 0, {}, subject};
}

using PaintOne = Painted (*)(const Planned &, std::size_t, QImage &);

// Paints on as many threads as there are processors; a picture depends on nothing but its seed.
core::Result<std::vector<Painted>> paintAll(const fs::path &dir, const std::vector<Planned> &plans, PaintOne paint,
                                            std::int64_t before, std::int64_t total, core::TaskContext &task)
{
    std::vector<Painted> painted(plans.size());
    std::atomic<std::size_t> next{0}, done{0};
    std::mutex mutex;
    core::Status state = core::ok();
    const auto work = [&] {
        for (std::size_t i = next++; i < plans.size(); i = next++) {
            QImage image;
            painted[i] = paint(plans[i], i, image);
            const fs::path file = dir / plans[i].uri;
            const core::Status written = writePicture(image, file, plans[i].kind);
            std::error_code error;
            painted[i].bytes = std::int64_t(fs::file_size(file, error));
            const std::lock_guard lock(mutex);
            if (!written)
                state = written;
            if (!task.advance(before + std::int64_t(++done), total))
                state = core::Error{core::Code::Cancelled, "", {}};
            if (!state)
                return;
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
            workers.emplace_back(work);
    }
    if (!state)
        return state.error();
    return painted;
}

core::Sample sampleOf(const Painted &painted)
{
    core::Sample sample;
    sample.uri = painted.plan.uri;
    sample.media = {core::MediaState::Present,
                    painted.bytes,
                    painted.plan.size.width(),
                    painted.plan.size.height(),
                    painted.plan.kind == FileKind::DeepPng ? 1 : 3,
                    0,
                    0};
    return sample;
}

core::Annotation annotationOf(const Painted &painted, Dice &dice)
{
    core::Annotation annotation;
    annotation.proposed = painted.plan.state == 'C';
    annotation.author = annotation.proposed ? machine : people[painted.plan.seed % std::size(people)];
    annotation.created = firstDay + std::int64_t(painted.plan.seed % 1000) * 97'000;
    if (annotation.proposed)
        annotation.confidence = std::round(dice.between(0.35, 0.99) * 1000) / 1000;
    return annotation;
}

core::Geometry geometryOf(const PaintedThing &thing, bool guessed, QSize size, Dice &dice)
{
    if (!thing.outline.isEmpty()) {
        core::Ring ring;
        for (const QPointF &p : thing.outline)
            ring.push_back({std::round(p.x()), std::round(p.y())});
        return core::Polygon{{std::move(ring)}};
    }
    const double slip = guessed ? 0.08 : 0;  // a machine's box is a little off
    const auto off = [&](double side) { return dice.between(-slip, slip) * side; };
    const QRectF box =
        thing.box
            .adjusted(off(thing.box.width()), off(thing.box.height()), off(thing.box.width()), off(thing.box.height()))
            .intersected(QRectF(QPointF(), QSizeF(size)));
    const double left = std::round(box.left()), top = std::round(box.top());
    return core::Box{left, top, std::max(1.0, std::floor(box.right()) - left),
                     std::max(1.0, std::floor(box.bottom()) - top), 0};
}

// The pixels that can be seen of a thing; a guess of a machine is a little off. Crossings keep their outline.
core::Geometry pixelsOf(const PaintedThing &thing, bool guessed, QSize size, Dice &dice)
{
    if (!thing.outline.isEmpty())
        return geometryOf(thing, guessed, size, dice);
    const auto off = [&] { return guessed ? dice.below(9) - 4 : 0; };
    const int dx = off(), dy = off();
    return core::Mask{
        std::make_shared<core::MaskRuns>(core::cut(core::translated(thing.mask, dx, dy), size.width(), size.height()))};
}

using Shaped = core::Geometry (*)(const PaintedThing &, bool guessed, QSize, Dice &);

// Labels by name, in the order of the project.
core::LabelId labelNamed(const std::vector<core::Label> &labels, std::string_view name)
{
    for (const core::Label &label : labels)
        if (label.name == name)
            return label.id;
    return {};
}

bool isEmpty(const core::Geometry &geometry)
{
    const auto *mask = std::get_if<core::Mask>(&geometry);
    return mask && mask->runs->isEmpty();
}

std::vector<core::Annotation> annotationsOf(const Painted &painted, const std::vector<core::Label> &labels,
                                            Shaped shaped)
{
    std::vector<core::Annotation> all;
    if (painted.plan.state != 'L' && painted.plan.state != 'C')
        return all;
    Dice dice(painted.plan.seed);
    if (painted.subject >= 0) {
        core::Annotation annotation = annotationOf(painted, dice);
        annotation.label = labelNamed(labels, stillLifeLabels[painted.subject]);
        annotation.geometry = core::WholeSample{};
        all.push_back(std::move(annotation));
    }
    for (const PaintedThing &thing : painted.things) {
        if (thing.hidden && shaped == geometryOf)
            continue;
        core::Annotation annotation = annotationOf(painted, dice);
        if (annotation.proposed && dice.chance(0.12))
            continue;  // a machine misses some
        annotation.label = labelNamed(labels, thing.label);
        annotation.order = std::int64_t(all.size());
        annotation.geometry = shaped(thing, annotation.proposed, painted.plan.size, dice);
        if (isEmpty(annotation.geometry))
            continue;  // all of it stands behind something
        if (!thing.color.isEmpty())
            core::set(annotation.attributes, "颜色", thing.color.toStdString());
        if (thing.occluded)
            core::set(annotation.attributes, core::builtin::Occluded, "1");
        if (thing.truncated)
            core::set(annotation.attributes, core::builtin::Truncated, "1");
        all.push_back(std::move(annotation));
    }
    return all;
}

core::Status fill(core::BatchWriter &batch, const std::vector<Painted> &pictures, core::JobId job,
                  const std::vector<core::Label> &labels, Shaped shaped)
{
    for (const Painted &painted : pictures) {
        const auto id = batch.put(sampleOf(painted));
        if (!id)
            return id.error();
        if (painted.plan.state != 'U')
            if (const auto put = batch.put(workFor(painted.plan.state, job, *id, painted.plan.seed)); !put)
                return put;
        for (core::Annotation &annotation : annotationsOf(painted, labels, shaped)) {
            annotation.job = job;
            annotation.sample = *id;
            if (const auto put = batch.put(std::move(annotation)); !put)
                return put.error();
        }
    }
    return core::ok();
}

core::Status writeProject(const fs::path &file, const core::NewProject &what, const std::vector<Painted> &pictures,
                          Shaped shaped)
{
    return makeProject(file, what,
                       [&](core::BatchWriter &batch, const core::Job &job, const std::vector<core::Label> &labels) {
                           return fill(batch, pictures, job.id, labels, shaped);
                       });
}

core::NewProject withLabels(core::JobKind kind, const char *job, std::span<const char *const> names)
{
    core::NewProject what;
    what.kind = kind;
    what.jobName = job;
    for (const char *name : names) {
        core::Label label;
        label.name = name;
        label.rgb = widgets::nextLabelColor(what.labels);
        label.position = int(what.labels.size());
        what.labels.push_back(std::move(label));
    }
    return what;
}

core::NewProject maskProject()
{
    core::NewProject what = withLabels(core::JobKind::ImageSegmentation, "street", streetLabels);
    for (core::Label &label : what.labels) {
        label.defaultShape = core::Shape::Mask;
        label.gray = label.position + 1;
    }
    return what;
}

core::NewProject streetProject()
{
    core::NewProject what = withLabels(core::JobKind::ObjectDetection, "street", streetLabels);
    for (core::Label &label : what.labels) {
        if (label.name == "汽车")
            label.attributes = {{"颜色", {"白", "黑", "灰", "红", "蓝", "黄", "绿"}, "白"}};
        label.defaultShape = label.name == "斑马线" ? core::Shape::Polygon : core::Shape::Box;
    }
    return what;
}

}  // namespace

core::Status writeDemo(const fs::path &dir, core::TaskContext &task)
{
    const fs::path street = dir / "object_detection.labelwright", still = dir / "image_classification.labelwright",
                   masks = dir / "image_segmentation.labelwright";
    std::vector<fs::path> files = textProjectFiles(dir);
    files.insert(files.end(), {street, still, masks});
    for (fs::path &file : soundProjectFiles(dir))
        files.push_back(std::move(file));
    for (const fs::path &file : files) {
        std::error_code error;
        if (fs::exists(file, error))
            return core::Error{core::Code::Exists, "", {file.string(), 0, 0, ""}};
    }
    const auto stillPlan = plan("table", stillStates, 500), streetPlan = plan("street", streetStates, 1000);
    const auto total = std::int64_t(stillPlan.size() + streetPlan.size());
    const auto tables = paintAll(dir, stillPlan, paintedStillLife, 0, total, task);
    if (!tables)
        return tables.error();
    const auto streets = paintAll(dir, streetPlan, paintedStreet, std::int64_t(stillPlan.size()), total, task);
    if (!streets)
        return streets.error();
    const auto stillProject = withLabels(core::JobKind::ImageClassification, "table", stillLifeLabels);
    if (const auto written = writeProject(still, stillProject, *tables, geometryOf); !written)
        return written;
    if (const auto written = writeTextProjects(dir, task); !written)
        return written;
    if (const auto written = writeSoundProjects(dir, task); !written)
        return written;
    if (const auto written = writeProject(masks, maskProject(), *streets, pixelsOf); !written)
        return written;
    return writeProject(street, streetProject(), *streets, geometryOf);
}

}  // namespace app::demo
