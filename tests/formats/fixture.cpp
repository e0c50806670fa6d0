#include "tests/formats/fixture.h"
#include "core/job_options.h"
#include "tests/formats/collect.h"
#include "tests/formats/sound_fixture.h"
#include "tests/formats/text_fixture.h"

namespace tests {

using core::JobKind;

namespace {

constexpr int imageWidth = 640, imageHeight = 480;

bool hasEntities(JobKind kind)
{
    return kind == JobKind::NamedEntity || kind == JobKind::TextTriplet;
}

std::vector<core::Label> labelsFor(JobKind kind)
{
    std::vector<core::Label> labels;
    const auto add = [&labels](const char *name, core::LabelRole role) {
        core::Label label;
        label.position = static_cast<int>(labels.size()) + 1;
        label.id = {label.position};
        label.job = {1};
        label.name = name;
        label.role = role;
        labels.push_back(std::move(label));
    };
    for (const char *name : {"cat", "狗", "two words", "Straße"})
        add(name, hasEntities(kind) ? core::LabelRole::Entity : core::LabelRole::Plain);
    if (kind == JobKind::TextTriplet)
        for (const char *name : {"author of", "位于"})
            add(name, core::LabelRole::Relation);
    return labels;
}

class Maker {
public:
    Maker(JobKind kind, unsigned seed) : m_kind(kind), m_random(seed), m_labels(4) {}

    // level 0 has everything, each higher one less, the last is an unlabeled sample.
    static constexpr int plainest = 6;
    core::SampleContent content(core::Sample sample, core::JobId job, int level);

private:
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(m_random); }
    bool maybe() { return below(2) == 0; }
    double real(double low, double high) { return std::uniform_real_distribution(low, high)(m_random); }
    double coordinate(int limit, int level)
    {
        return level >= 4 ? below(limit) : level == 3 ? below(limit * 8) / 8.0 : real(0, limit);
    }
    core::Point point(int level) { return {coordinate(imageWidth, level), coordinate(imageHeight, level)}; }
    std::vector<core::Point> points(int count, int level)
    {
        std::vector<core::Point> all;
        for (int i = 0; i < count; ++i)
            all.push_back(point(level));
        return all;
    }
    core::Geometry geometry(int level);
    core::Geometry area(int level);
    std::vector<core::Geometry> geometries(const core::Sample &sample, int level, int count);
    core::Annotation annotation(core::SampleId sample, core::JobId job, int level, core::State state);
    void say(core::Annotation &annotation, const SegmentShape &shape, int level);
    void addRelations(core::SampleContent &content);

    JobKind m_kind;
    std::mt19937 m_random;
    std::size_t m_labels;
};

// Of segmentation: a polygon, or a mask in a cell of its own so that it touches no other; at low levels anywhere.
core::Geometry Maker::area(int level)
{
    if (maybe())
        return core::Polygon{{points(3 + below(4), level)}};
    const int cell = level < 2 ? 1 : 80, columns = imageWidth / 80, rows = imageHeight / 80;
    const int left = level < 2 ? below(imageWidth - 20) : below(columns) * cell + 4;
    const int top = level < 2 ? below(imageHeight - 20) : below(rows) * cell + 4;
    core::MaskBuilder builder;
    int begin = below(8), end = begin + 1 + below(12);
    for (int y = 0, height = 2 + below(16); y < height; ++y) {
        builder.add(top + y, core::Span{left + begin, left + end});
        if (level == 0 && below(4) == 0)
            builder.add(top + y, core::Span{left + end + 2, left + end + 4});  // islands, holes
        begin = std::max(0, begin - 1 + below(3));
        end = begin + 1 + below(12);
    }
    return core::Mask{std::make_shared<core::MaskRuns>(builder.take())};
}

core::Geometry Maker::geometry(int level)
{
    if (m_kind == JobKind::ImageSegmentation)
        return area(level);
    if (m_kind == JobKind::ImageClassification || m_kind == JobKind::TextClassification || isOfSounds(m_kind))
        return core::WholeSample{};
    switch (level >= 3 ? 0 : below(6)) {
    case 1: return core::Polygon{{points(3 + below(5), level)}};
    case 2: return core::Polyline{points(2 + below(3), level), false};
    case 3: return core::Polyline{points(2, level), true};
    case 4: return core::Circle{point(level), real(1, 100)};
    case 5: return point(level);
    default: break;
    }
    const double x = coordinate(imageWidth - 20, level), y = coordinate(imageHeight - 20, level);
    const double w = level >= 4 ? 4 + 2 * below(8) : level == 3 ? 4 + below(120) / 8.0 : real(3, 20);
    const double h = level >= 4 ? 4 + 2 * below(8) : level == 3 ? 4 + below(120) / 8.0 : real(3, 20);
    return core::Box{x, y, w, h, 0};
}

std::vector<core::Geometry> Maker::geometries(const core::Sample &sample, int level, int count)
{
    std::vector<core::Geometry> all;
    if (hasEntities(m_kind))
        for (auto &span : randomSpans(m_random, sample.text->str(), static_cast<SpanShape>(below(4)), count))
            all.emplace_back(std::move(span));
    else
        for (int i = 0; i < count; ++i)
            all.push_back(geometry(level));
    return all;
}

core::Annotation Maker::annotation(core::SampleId sample, core::JobId job, int level, core::State state)
{
    core::Annotation out;
    out.job = job;
    out.sample = sample;
    out.label = {1 + below(static_cast<int>(m_labels))};
    out.author = maybe() ? "human/李" : "modelarts/active-learning";
    out.created = 1'600'000'000'000 + 1000LL * below(100'000'000);
    if (level <= 1 && maybe())
        out.confidence = real(0, 1);
    if (level <= 1 && state == core::State::ToConfirm)
        out.proposed = maybe();
    if (level <= 1 && maybe())
        core::set(out.attributes, core::builtin::Difficult, "1");
    if (level <= 1 && maybe())
        core::set(out.attributes, core::builtin::HardCoefficient, "0.25");
    if (level <= 1 && maybe())
        core::set(out.attributes, "车型", "\"SUV\" <&> \\ ü");
    if (level == 0 && maybe())
        core::set(out.attributes, "@x:iscrowd", "[1,{\"a\":null}]");
    if (level == 0 && maybe())
        core::set(out.attributes, "@x:property.n", "1.50");
    if (level == 0 && m_kind != JobKind::ImageClassification && maybe())
        core::set(out.attributes, "@x:annotation.batch", "17");
    return out;
}

void Maker::say(core::Annotation &annotation, const SegmentShape &shape, int level)
{
    const bool isSegment = m_kind == JobKind::SpeechSegmentation;
    if (m_kind == JobKind::SpeechContent || (isSegment && (!shape.labels || below(5) == 0)))
        annotation.label = {};
    if (m_kind == JobKind::SpeechContent || (isSegment && shape.contents && below(5) > 0))
        core::set(annotation.attributes, core::builtin::Content, randomWords(m_random, level < 2));
    if (isSegment && shape.speakers && below(4) > 0)
        core::set(annotation.attributes, core::builtin::Speaker, maybe() ? "Tom" : maybe() ? "cat" : "李 雷");
    if (isSegment && level == 0 && maybe())
        core::set(annotation.attributes, core::builtin::LowHertz, "300.5");
}

core::SampleContent Maker::content(core::Sample sample, core::JobId job, int level)
{
    core::WorkState work;
    work.job = job;
    work.sample = sample.id;
    if (isOfTexts(m_kind))
        sample.text = randomText(m_random, static_cast<TextShape>(below(4)), static_cast<int>(sample.id.value));
    const bool isMany = hasEntities(m_kind) || m_kind == JobKind::SpeechSegmentation;
    const int most = m_kind == JobKind::SpeechContent ? 2 : 4;
    const int wanted = level == plainest ? 0 : level == 5 ? 1 : below(most) * (isMany ? 2 : 1);
    const SegmentShape segments = randomShape(m_random, level);
    auto shapes = geometries(sample, level, wanted);
    const int annotations = static_cast<int>(shapes.size());
    work.state = annotations > 0 ? core::State::Labeled : core::State::Unlabeled;
    if (level <= 2 && below(3) == 0)
        work.state = maybe() ? core::State::Labeled : core::State::ToConfirm;
    if (level <= 2) {
        sample.usage = static_cast<core::Usage>(below(5));
        work.hard = maybe();
        work.hardCoefficient = maybe() ? std::optional(real(0, 1)) : std::nullopt;
        work.hardReasons = maybe() ? "3-20-21" : "";
        work.note = maybe() ? "look\nagain" : "";
        if (!sample.text)
            sample.externalId = maybe() ? "0f3c" + std::to_string(below(1000)) : "";
    }
    if (level <= 1 && maybe())
        sample.property = R"({"city":"Riga","n":[1,2.50,{"x":"\u0001\""}]})";
    core::SampleContent out{std::move(sample), job, work, {}, {}};
    for (int i = 0; i < annotations; ++i) {
        core::Annotation one = annotation(out.sample.id, job, level, work.state);
        one.geometry = std::move(shapes[std::size_t(i)]);
        if (m_kind == JobKind::SpeechSegmentation)
            one.geometry = randomSpan(m_random, out.sample.media, segments);
        if (isOfSounds(m_kind))
            say(one, segments, level);
        const auto isSame = [&](const core::AnnotationPtr &other) {
            return other->label == one.label && other->geometry == one.geometry;
        };
        if ((m_kind == JobKind::ImageClassification || isOfSounds(m_kind) || out.sample.text)
            && std::ranges::any_of(out.annotations, isSame))
            continue;  // twice the same says nothing
        one.id = {out.sample.id.value * 10 + i};
        one.order = i + 1;
        out.annotations.push_back(std::make_shared<core::Annotation>(std::move(one)));
    }
    if (m_kind == JobKind::TextTriplet && maybe())
        addRelations(out);
    return out;
}

void Maker::addRelations(core::SampleContent &content)
{
    for (const core::AnnotationPtr &from : content.annotations)
        for (const core::AnnotationPtr &to : content.annotations) {
            if (from == to || below(3) > 0)
                continue;
            core::Relation relation;
            relation.id = {content.sample.id.value * 100 + std::ssize(content.relations)};
            relation.job = content.job;
            relation.sample = content.sample.id;
            relation.label = {5 + below(2)};
            relation.from = from->id;
            relation.to = to->id;
            relation.author = maybe() ? "human/李" : "human";
            relation.created = 1'600'000'000'000 + 1000LL * below(100'000'000);
            content.relations.push_back(std::move(relation));
        }
}

std::string suffixFor(int number)
{
    return number % 3 == 0 ? ".png" : ".jpg";
}

// Every fourth is a file of its own. Its text comes with the rest.
core::Sample textSampleFor(int number)
{
    core::Sample sample;
    sample.id = {number + 1};
    sample.externalId = "865c2aee2138c524716d6fa4273e9369." + std::to_string(1'000'000'000 + number).substr(1);
    sample.uri = number % 4 == 3 ? "texts/文 " + std::to_string(number) + ".txt" : "content://" + sample.externalId;
    sample.media.state = core::MediaState::Present;
    return sample;
}

core::Sample sampleFor(const Fixture &fixture, int number)
{
    if (isOfTexts(fixture.kind))
        return textSampleFor(number);
    if (isOfSounds(fixture.kind))
        return soundSample(fixture.folder, number);
    core::Sample sample;
    sample.id = {number + 1};
    sample.uri = "images/图 " + std::to_string(number) + suffixFor(number);
    sample.media.state = core::MediaState::Present;
    sample.media.width = imageWidth;
    sample.media.height = imageHeight;
    sample.media.channels = 3;
    const std::string magic = suffixFor(number) == ".png" ? "\x89PNG\r\n\x1A\n" : "\xFF\xD8\xFF\xE0";
    writeFile(fixture.folder / sample.uri, magic + std::to_string(number));
    return sample;
}

}  // namespace

core::StillProbe fixtureProbe()
{
    return [](const std::filesystem::path &) -> core::Result<core::StillInfo> {
        return core::StillInfo{imageWidth, imageHeight, 3, "jpeg"};
    };
}

Fixture makeFixture(const formats::Format &format, JobKind kind, const std::filesystem::path &folder, unsigned seed,
                    int samples)
{
    Fixture fixture{folder, kind, labelsFor(kind), {}};
    Maker maker(kind, seed);
    const int tries = isOfTexts(kind) || isOfSounds(kind) ? 32 : 4;  // at each level
    for (int number = 0; number < samples; ++number) {
        const core::Sample sample = sampleFor(fixture, number);
        for (int attempt = 0;; ++attempt) {
            const int level = std::min(attempt / tries, Maker::plainest);
            core::SampleContent content = maker.content(sample, {1}, level);
            if (!format.losses(content, kind, {}).empty() && attempt < tries * (Maker::plainest + 1) - 1)
                continue;
            fixture.contents.push_back(std::move(content));
            break;
        }
        if (const core::Sample &made = fixture.contents.back().sample; made.text && !core::isRemote(made.uri))
            writeFile(folder / made.uri, made.text->str());
    }
    return fixture;
}

formats::Surroundings surroundings(const Fixture &fixture)
{
    return {fixture.kind,
            fixtureProbe(),
            [folder = fixture.folder](std::string_view uri) { return core::locate(uri, folder, {}); },
            {}};
}

std::filesystem::path targetIn(const std::filesystem::path &folder, const formats::Format &format)
{
    if (format.fileFilter.empty())
        return folder;
    return folder / ("out" + std::string(format.fileFilter.substr(format.fileFilter.find('.'))));
}

core::Status write(const Fixture &fixture, const formats::Format &format, const std::filesystem::path &target)
{
    const auto writer = format.newWriter();
    if (auto begun = writer->begin(target, surroundings(fixture), fixture.labels); !begun)
        return begun;
    for (const core::SampleContent &content : fixture.contents)
        if (auto written = writer->write(content, fixture.folder / content.sample.uri); !written)
            return written;
    return writer->finish();
}

std::vector<Combination> writableFormats()
{
    std::vector<Combination> all;
    for (const formats::Format &format : formats::allFormats())
        if (format.newReader && format.newWriter)
            for (const JobKind kind : format.kinds)
                all.push_back({&format, kind});
    return all;
}

std::map<std::string, std::string> bytesBelow(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> all;
    if (std::filesystem::exists(folder))
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            const std::string name = entry.path().lexically_relative(folder).string();
            all[name + (entry.is_directory() ? "/" : "")] = entry.is_directory() ? "" : readFile(entry.path());
        }
    return all;
}

}  // namespace tests
