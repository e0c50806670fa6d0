// A label format: what it is called, whether it knows a source, how to read it, how to write it, what it holds.
#pragma once
#include "core/media/raster.h"
#include "core/sample_content.h"
#include <functional>
#include <map>
#include <memory>
#include <span>

namespace formats {

enum class Severity { Warning, Error };  // Error: the record was refused; Warning: taken, but changed or doubtful
struct Issue {
    Severity severity = Severity::Error;
    core::Error error;  // where.file, line, column, field and what was seen
};

// Records name each other by the names in the file; the importer turns names into ids.
struct LabelRecord {
    core::Label label;  // ids zero
};
struct SampleRecord {
    core::Sample sample;               // uri as the file says it, or absolute for a file beside it
    std::optional<core::State> state;  // empty: labeled when it has annotations
    bool hard = false;
    std::optional<double> hardCoefficient;
    std::string hardReasons;
    std::string note;
    std::int64_t line = 0;  // where it stands, for issues found later; 0: no lines
};
// What time spans of records count, as no reader knows the rate of a sound: nanoseconds. The importer makes samples of
// them; an empty span is a point in time and becomes one sample.
constexpr std::int64_t recordRate = 1'000'000'000;
struct AnnotationRecord {
    std::string sampleUri;  // empty: the sample put last
    std::string key;        // relations name it; may be empty
    std::string label;      // empty: none (a transcript)
    core::Geometry geometry;
    core::Attributes attributes;
    std::optional<double> confidence;
    bool proposed = false;
    std::string author;
    core::Timestamp created = 0;
    core::Location where = {};  // for issues found later; what is empty is as the sample's
};
struct RelationRecord {
    std::string sampleUri, fromKey, toKey, label;
    std::string author;
    core::Timestamp created = 0;
    core::Location where = {};
};
using Record = std::variant<LabelRecord, SampleRecord, AnnotationRecord, RelationRecord>;

// Each returns false when reading must stop; the reader then returns Code::Cancelled.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    virtual bool put(Record record) = 0;
    virtual bool report(Issue issue) = 0;
    virtual bool advance(std::int64_t done, std::int64_t total) = 0;  // bytes or files
};

using Options = std::map<std::string, std::string, std::less<>>;
struct OptionSpec {
    std::string name, defaultValue;
    std::vector<std::string> choices;  // empty: free text
    bool forReading = true, forWriting = true;
    std::vector<core::JobKind> kinds = {};  // where it means something; empty: all of the format
};

// What a reader or writer may ask of its surroundings.
struct Surroundings {
    core::JobKind kind = core::JobKind::ImageClassification;
    core::StillProbe probe;  // sizes, for normalised coordinates; may be empty
    // A file a manifest names: mapped s3://, relative to the manifest, absolute. Empty: cannot be found here.
    std::function<std::optional<std::filesystem::path>(std::string_view uri)> locate;
    Options options;
    std::vector<core::Label> labels = {};    // reading: those the job has, for values that mean one
    std::function<void(Issue)> report = {};  // writing: what had to change; may be empty
    core::Job job = {};                      // whose samples they are: its options
};

class FormatReader {
public:
    virtual ~FormatReader() = default;
    // A bad record is an Issue and reading goes on; a bad source is the returned Error. Records of one sample
    // follow each other where the format allows it.
    virtual core::Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) = 0;
};

class FormatWriter {
public:
    virtual ~FormatWriter() = default;
    virtual core::Status begin(const std::filesystem::path &target, const Surroundings &around,
                               std::span<const core::Label> labels) = 0;
    // media: the file on this machine, empty when it cannot be found.
    virtual core::Status write(const core::SampleContent &content, const std::filesystem::path &media) = 0;
    virtual core::Status finish() = 0;  // nothing is replaced before; dropped unfinished: nothing is left
};

struct Format {
    std::string_view id;  // "modelarts-manifest": stable, stored with the batch
    std::string_view title;
    std::string_view fileFilter;  // "*.manifest"; empty: a folder
    std::vector<core::JobKind> kinds;
    std::vector<OptionSpec> options;
    // 0: not mine … 100: certain. The best wins. For a folder firstBytes is empty.
    std::function<int(const std::filesystem::path &source, std::string_view firstBytes)> knows;
    std::function<std::unique_ptr<FormatReader>()> newReader;  // empty: cannot read
    std::function<std::unique_ptr<FormatWriter>()> newWriter;  // empty: cannot write
    // What an export would lose of this sample, one stable word each ("rotation", "holes", "confidence",
    // "second-label", "attributes", "verified-empty"…). Empty: it comes back as it is.
    std::function<std::vector<std::string>(const core::SampleContent &, core::JobKind kind, const Options &options)>
        losses;
};

std::span<const Format> allFormats();  // by id
const Format *formatById(std::string_view id);
const Format *detectFormat(const std::filesystem::path &source, core::JobKind kind);  // null: none knows it

}  // namespace formats
