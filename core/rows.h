// The rows of a project as values: copy, compare, store, send across threads.
#pragma once
#include "core/attributes.h"
#include "core/geometry.h"
#include "core/ids.h"
#include "core/shared_text.h"
#include <array>

namespace core {

using Timestamp = std::int64_t;             // milliseconds since 1970 UTC; 0: not known
using Uuid = std::array<std::uint8_t, 16>;  // all zero: not given yet; Project::apply gives one
using Rgb = std::uint32_t;                  // 0xRRGGBB

enum class JobKind {  // stored as text, see kindName(JobKind)
    ImageClassification,
    ObjectDetection,
    ImageSegmentation,
    SoundClassification,
    SpeechContent,
    SpeechSegmentation,
    TextClassification,
    NamedEntity,
    TextTriplet,
    Video,
    Table,
    Free,
};
const char *kindName(JobKind kind);  // "image_classification" …: command line, store, JSON
std::optional<JobKind> jobKindFromName(std::string_view name);

// A labelling job: one label set over the samples of the project.
struct Job {
    JobId id;
    Uuid uuid{};
    std::string name;
    JobKind kind = JobKind::ImageClassification;
    std::string options = "{}";  // JSON object, see core/job_options.h
    bool operator==(const Job &) const = default;
};

enum class LabelRole { Plain, Entity, Relation };
enum class Shape { Any, Box, RotatedBox, Polygon, Circle, Line, Dashed, Polyline, Point, Mask };

// A user attribute a label asks for. No values: free text.
struct AttributeSpec {
    std::string name;
    std::vector<std::string> values;
    std::string defaultValue;
    bool operator==(const AttributeSpec &) const = default;
};

struct Label {
    LabelId id;
    JobId job;
    BatchId batch;
    std::string name;
    LabelRole role = LabelRole::Plain;
    Rgb rgb = 0x3399ff;
    std::string shortcut;  // portable key text ("D", "Ctrl+1"), empty: by position
    Shape defaultShape = Shape::Any;
    int gray = 0;                // mask value, unique in a segmentation job and never changed; 0: none yet
    LabelId fromLabel, toLabel;  // a relation label's allowed ends
    std::vector<AttributeSpec> attributes;
    int position = 0;  // order in the panel
    bool operator==(const Label &) const = default;
};

enum class MediaState { Unknown, Present, Missing, Broken };
const char *mediaStateName(MediaState state);  // "unknown", "present", "missing", "broken": queries, JSON
std::optional<MediaState> mediaStateFromName(std::string_view name);
struct MediaInfo {
    MediaState state = MediaState::Unknown;
    std::int64_t bytes = 0;     // 0: not known
    int width = 0, height = 0;  // displayed pixels; 0: not known
    int channels = 0;           // of an image or a sound
    std::int64_t length = 0;    // audio samples or video frames
    double rate = 0;            // samples or frames per second
    bool operator==(const MediaInfo &) const = default;
};

enum class Usage { None, Train, Eval, Test, Inference };
const char *usageName(Usage usage);  // "none", "train", "eval", "test", "inference"
std::optional<Usage> usageFromName(std::string_view name);

struct Sample {
    SampleId id;
    BatchId batch;
    std::string uri;  // '/'-separated UTF-8: relative to the project's folder, absolute, or remote
    std::string externalId;
    Usage usage = Usage::None;
    // The sample itself, for texts: decoded once, never normalised. `uri` says where it came from.
    std::optional<SharedText> text;
    MediaInfo media;
    std::string property = "{}";  // JSON object; keys we do not know survive under their own names
    std::int64_t position = 0;    // order of import
    bool operator==(const Sample &) const = default;
};

enum class State { Unlabeled, ToConfirm, Labeled };  // Labeled without annotations: verified empty
const char *stateName(State state);                  // "unlabeled", "to_confirm", "labeled"
std::optional<State> stateFromName(std::string_view name);

// How far one sample is in one job. No row means: unlabeled, not hard, no note.
struct WorkState {
    JobId job;
    SampleId sample;
    BatchId batch;
    State state = State::Unlabeled;
    bool hard = false;
    std::optional<double> hardCoefficient;  // 0…1
    std::string hardReasons;                // "3-20-21-19"
    std::string note;
    bool operator==(const WorkState &) const = default;
};

struct Annotation {
    AnnotationId id;
    Uuid uuid{};
    JobId job;
    SampleId sample;
    BatchId batch;           // 0 in an edit that creates it: Project fills in the batch of hand work
    LabelId label;           // 0: none
    std::int64_t order = 0;  // drawing order, larger on top
    Geometry geometry;
    Attributes attributes;
    std::optional<double> confidence;  // 0…1, machine labels
    bool proposed = false;             // waits to be confirmed: drawn dashed, Enter accepts
    std::string author;                // "human", "human/li", "modelarts/active-learning"
    Timestamp created = 0;
    bool operator==(const Annotation &) const = default;
};

struct Relation {
    RelationId id;
    Uuid uuid{};
    JobId job;
    SampleId sample;
    BatchId batch;
    LabelId label;
    AnnotationId from, to;
    std::string author;
    Timestamp created = 0;
    bool operator==(const Relation &) const = default;
};

// Where rows came from, and the switch that shows or hides them all.
struct Batch {
    BatchId id;
    std::string source, format;
    Timestamp created = 0;
    bool live = false;
    bool operator==(const Batch &) const = default;
};

struct Version {
    VersionId id;
    std::string name;
    Timestamp created = 0;
    std::string description;
    double trainShare = 1;
    std::int64_t seed = 0;
    std::string counts = "{}";  // JSON, as `stats --json` prints
    std::string manifest;       // path of the published manifest
    bool operator==(const Version &) const = default;
};

}  // namespace core
