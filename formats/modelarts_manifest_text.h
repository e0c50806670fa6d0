// Annotations and samples as the JSON text of a manifest line.
#pragma once
#include "formats/modelarts_manifest.h"
#include "formats/text_span.h"
#include "formats/voc_annotations.h"

namespace formats::manifest {

// What the line says of an annotation beside the row itself.
struct Said {
    std::string_view label;
    std::optional<core::Rgb> color;                             // of the label
    std::string_view id;                                        // empty: none
    std::optional<std::pair<std::int64_t, std::int64_t>> span;  // as the line counts
    std::int64_t rate = 0;                                      // of segments of sounds
};
// The members of an annotation object that its attributes, author and time make, without braces. With an xml: those
// that do not go into it.
void appendAnnotationMembers(std::string &out, const core::Annotation &annotation, core::JobKind kind,
                             core::State sampleState, const Said &said);
void appendRelationMembers(std::string &out, const core::Relation &relation, const Said &said, std::string_view from,
                           std::string_view to);
std::string annotationMembers(const core::Annotation &annotation, core::JobKind kind, core::State sampleState,
                              std::string_view label);

// Everything of the line behind "annotation": usage, source, id, hard …, property, sample-type, without braces.
void appendSampleMembers(std::string &out, const core::SampleContent &content, std::string_view source,
                         core::JobKind kind, bool headerInXml);

// Labels as the lines tell them. Colours: of texts only, where every annotation carries its label's.
struct LineLabels {
    LabelNames names;
    std::unordered_map<core::LabelId, core::Rgb> colors;
    std::optional<core::Rgb> colorOf(core::LabelId id) const
    {
        const auto found = colors.find(id);
        return found == colors.end() ? std::nullopt : std::optional(found->second);
    }
};
// The "annotation" of a text, a comma behind it. Nothing where it has none.
void appendEntities(std::string &out, const core::SampleContent &content, core::JobKind kind, OffsetUnit unit,
                    const LineLabels &labels);
std::vector<std::string> textLosses(const core::SampleContent &content, core::JobKind kind);

// "@x:…" of the line in attributes of an object; the rest belongs to the xml.
bool isLineAttribute(std::string_view name);
// Content, speaker and place of the annotation of a sound, each with a comma behind it.
void appendSound(std::string &members, const core::Annotation &annotation, const Said &said);
// What appendSound writes of an attribute.
bool isOfSound(std::string_view attribute, core::JobKind kind);
std::vector<std::string> soundLosses(const core::SampleContent &content, core::JobKind kind);

// Keys of our own, which need no escape; a comma behind.
void appendOwn(std::string &out, std::string_view key, std::string_view value);
bool survives(const core::Attributes &attributes, core::JobKind kind);  // each has a place of its own in the line

}  // namespace formats::manifest
