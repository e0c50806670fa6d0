// COCO: writing the masks of a large image, reading a file of a quarter of a gigabyte.
#include "core/mask_shapes.h"
#include "formats/format.h"
#include "tests/bench/bench.h"
#include <simdjson.h>
#include <cmath>
#include <fstream>
#include <random>

namespace {

constexpr int cocoSide = 8192;

// Blobs with wavy outlines, 40 to 260 pixels in radius.
core::Geometry blob(std::mt19937 &random)
{
    const auto between = [&random](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    const double radius = between(40, 260), x = between(300, cocoSide - 300), y = between(300, cocoSide - 300);
    core::Ring ring;
    for (int i = 0; i < 60; ++i) {
        const double angle = i * 2 * M_PI / 60, r = radius * between(0.8, 1.1);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    const std::vector<core::Ring> rings{std::move(ring)};
    return core::Mask{
        std::make_shared<core::MaskRuns>(core::rasterised(rings, core::FillRule::Centres, cocoSide, cocoSide))};
}

core::SampleContent thousandMasks()
{
    std::mt19937 random(1);
    core::SampleContent content;
    content.sample.uri = "a.png";
    content.sample.media.width = content.sample.media.height = cocoSide;
    for (int i = 0; i < 1000; ++i) {
        auto annotation = std::make_shared<core::Annotation>();
        annotation->label = {1};
        annotation->geometry = blob(random);
        content.annotations.push_back(std::move(annotation));
    }
    return content;
}

void mustBe(const core::Status &status)
{
    if (!status)
        throw std::runtime_error(core::describe(status.error()));
}

struct Counting : formats::RecordSink {
    std::int64_t annotations = 0;
    bool put(formats::Record record) override
    {
        annotations += std::holds_alternative<formats::AnnotationRecord>(record);
        return true;
    }
    bool report(formats::Issue) override { return true; }
    bool advance(std::int64_t, std::int64_t) override { return true; }
};

// 20,000 images with 25 polygons of 30 points each.
void writeLarge(const std::filesystem::path &file)
{
    std::ofstream out(file, std::ios::binary);
    out << "{\"images\":[";
    for (int i = 1; i <= 20'000; ++i)
        out << (i > 1 ? "," : "") << "{\"id\":" << i << ",\"file_name\":\"" << i
            << ".jpg\",\"width\":640,\"height\":480}";
    out << "],\"categories\":[{\"id\":1,\"name\":\"a\"}],\"annotations\":[";
    std::mt19937 random(2);
    for (int i = 0; i < 500'000; ++i) {
        out << (i > 0 ? "," : "") << "{\"id\":" << i << ",\"image_id\":" << 1 + random() % 20'000
            << ",\"category_id\":1,\"iscrowd\":0,\"area\":100.5,\"bbox\":[1.5,2.5,10,20],\"segmentation\":[[";
        for (int k = 0; k < 60; ++k)
            out << (k > 0 ? "," : "") << random() % 48'000 / 100.0;
        out << "]]}";
    }
    out << "]}";
}

}  // namespace

BENCHMARK(coco_export, "1,000 masks of an 8192 x 8192 image to COCO, a mask PNG and a ModelArts folder")
{
    const std::filesystem::path folder = bench::scratchFolder();
    const core::SampleContent content = thousandMasks();
    core::Label label;
    label.id = {1};
    label.name = "a";
    const std::vector<core::Label> labels{label};
    for (const auto &[id, target, budget] : {std::tuple("coco-json", "o.json", 1.0), {"mask-png-dir", "m", 2.0}}) {
        const auto writer = formats::formatById(id)->newWriter();
        mustBe(writer->begin(folder / target, {core::JobKind::ImageSegmentation, {}, {}, {}}, labels));
        bench::report(std::string("writing ") + id, bench::seconds([&] { mustBe(writer->write(content, {})); }), "s",
                      budget);
        mustBe(writer->finish());
    }
    const auto losses = formats::formatById("modelarts-manifest")->losses;
    bench::note("what modelarts-manifest would lose of it",
                bench::seconds([&] { losses(content, core::JobKind::ImageSegmentation, {}); }), "s");
}

BENCHMARK(coco_import, "a COCO file of 500,000 polygons, against simdjson looking at every number of it")
{
    const std::filesystem::path file = std::filesystem::path(bench::scratchFolder()) / "large.json";
    writeLarge(file);
    bench::note("file", double(std::filesystem::file_size(file)) / 1e6, "MB");
    Counting counting;
    const auto reader = formats::formatById("coco-json")->newReader();
    const double ours = bench::seconds([&] {
        mustBe(reader->read(file, {core::JobKind::ImageSegmentation, {}, {}, {}}, counting));
    });
    bench::note("peak memory of reading", bench::megabytesPeak(), "MB");
    double sum = 0;
    const double bare = bench::seconds([&] {
        const auto bytes = simdjson::padded_string::load(file.string());
        simdjson::dom::parser parser;
        for (const auto annotation : parser.parse(bytes.value_unsafe())["annotations"].get_array())
            for (const double number : annotation["segmentation"].at(0).get_array())
                sum += number;
    });
    bench::note("annotations read", double(counting.annotations), "");
    bench::reportRatio("reading", ours, bare, "s", 6);
}
