// The parts of the ModelArts manifest format, private to its files: one line as values, reader, writer, losses.
//
// What ModelArts has no place for is kept in `property` under "@labelwright:…" and only when needed:
//   of a sample      "@labelwright:state"      a state its annotations do not tell (verified empty, to confirm)
//                    "@labelwright:note"
//                    "@labelwright:top-level"  in Sample.property only: which keys stand outside `property` in the line
//   of an annotation "@labelwright:proposed"   when it is not what the sample's state says
//                    "@labelwright:objects"    per VOC object, when author, time … differ between the objects
//                    "@labelwright:@NAME"      a built-in attribute without a key of its own
//                    "@labelwright:start_time" and "…end_time": of a segment, as exactly as the rate of the sound asks,
//                                              where milliseconds do not bring the sample back
//                    "@labelwright:channel"    of a segment: from 1
// Annotation attributes: strings of `property` under their own names, its other values as "@x:property.KEY", unknown
// keys of the annotation as "@x:KEY" ("@x:.KEY" for a KEY that starts with '.' or "property."); so is an entity's id
// where those of the line are not E1, E2 … in order. Ids of relations are not kept, nor what else is said of one. A
// colour belongs to the label and is kept only where it is not the label's. A segment without a speaker names its label
// as "@modelarts:source", too; one whose speaker is called like its label has "@labelwright:@speaker". In detection and
// segmentation, where one annotation stands for all objects of an xml, the same with "@x:annotation." in front.
#pragma once
#include "formats/format.h"
#include "formats/line_reader.h"

namespace formats::manifest {

inline constexpr std::string_view ownPrefix = "@labelwright:";
inline constexpr std::string_view stateKey = "@labelwright:state";
inline constexpr std::string_view noteKey = "@labelwright:note";
inline constexpr std::string_view topLevelKey = "@labelwright:top-level";
inline constexpr std::string_view proposedKey = "@labelwright:proposed";
inline constexpr std::string_view objectsKey = "@labelwright:objects";
inline constexpr std::string_view startKey = "@labelwright:start_time", endKey = "@labelwright:end_time";
inline constexpr std::string_view channelKey = "@labelwright:channel";
inline constexpr std::string_view inlinePrefix = "@x:";
inline constexpr std::string_view detectionPrefix = "@x:annotation.";

enum class Key {
    Unknown,
    Source,
    Usage,
    Id,
    Annotation,
    Property,
    Hard,
    HardCoefficient,
    HardReasons,
    SampleType,
    SourceType,
    Type,
    Name,
    Location,
    Format,
    Confidence,
    Author,
    Created,
};
Key keyOf(std::string_view name);   // hyphens or underscores
bool keepsXml(core::JobKind kind);  // one xml an image holds the objects: detection and segmentation
bool isSampleKey(Key key);          // has a meaning of its own in a line
bool isAnnotationKey(Key key, core::JobKind kind);
std::string_view typeOf(core::JobKind kind);                 // of the annotations of such a job: "text_entity"
std::string_view sampleTypeOf(core::JobKind kind);           // "0", "1", "2": images, texts, sounds
bool isTypeOf(core::JobKind kind, std::string_view suffix);  // another name of it, too
inline constexpr std::string_view relationType = "text_triplet";

std::optional<core::Usage> usageFromWord(std::string_view word);  // any case; "": None
std::string_view wordOf(core::Usage usage);
std::optional<core::State> stateFromWord(std::string_view word);
std::string_view wordOf(core::State state);

struct AnnotationEntry {
    AnnotationRecord record;  // with an xml: what holds for every object in it
    std::optional<bool> proposed;
    std::string location;                  // the VOC xml
    std::vector<AnnotationEntry> objects;  // with an xml: one per object, instead of `record`
    std::optional<core::Rgb> color;        // of the label
    std::int64_t index = 0;                // in the line, from 0

    // In jobs of entities; the record becomes a span or a relation once the text is known.
    std::string id;  // "E1"
    bool isRelation = false;
    std::optional<std::int64_t> begin, end;  // as the line counts them
    bool badOffset = false;                  // one of them was no number
    std::string from, to;                    // ids
    std::int64_t column = 0;                 // of the last of them

    // Of sounds: begin and end in nanoseconds, and as exactly as our own keys say; who speaks.
    std::optional<std::int64_t> exactBegin, exactEnd;
    int channel = -1;
    std::string source;
};
struct Line {
    SampleRecord sample;
    std::vector<AnnotationEntry> annotations;
    std::vector<std::string> otherTypes;  // of annotations of another kind, left out
};

class LineParser {
public:
    explicit LineParser(core::JobKind kind);
    ~LineParser();
    // False: the line is refused. Issues have line, column and field, but no file.
    bool parse(const TextLine &text, Line &line, std::vector<Issue> &issues);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// What the line says of its entities and relations, for the sink. Faults go to `issues`, without a file.
struct EntitiesRead {
    std::vector<AnnotationRecord> entities;
    std::vector<RelationRecord> relations;
};
EntitiesRead readEntities(Line &line, core::JobKind kind, const Options &options, std::vector<Issue> &issues);
// The color of an entry that is a label's own, "#rrggbb".
inline constexpr std::string_view colorAttribute = "@x:property.@modelarts:color";
inline constexpr std::string_view idAttribute = "@x:id";

// The same of segments and contents: their place and who speaks. False: it says nothing (an empty content).
bool finishSound(AnnotationEntry &entry, core::JobKind kind);

bool climbs(std::string_view location);  // a manifest must not make us read files above its folder

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::manifest
