// Annotations and samples as the JSON text of a manifest line.
#pragma once
#include "formats/modelarts_manifest.h"

namespace formats::manifest {

// The members of an annotation object that its attributes, author and time make, without braces. With an xml: those
// that do not go into it.
void appendAnnotationMembers(std::string &out, const core::Annotation &annotation, core::JobKind kind,
                             core::State sampleState, std::string_view label);
std::string annotationMembers(const core::Annotation &annotation, core::JobKind kind, core::State sampleState,
                              std::string_view label);

// Everything of the line behind "annotation": usage, source, id, hard …, property, sample-type, without braces.
void appendSampleMembers(std::string &out, const core::SampleContent &content, std::string_view source,
                         bool headerInXml);

// "@x:…" of the line in attributes of an object; the rest belongs to the xml.
bool isLineAttribute(std::string_view name);
bool survives(const core::Attributes &attributes, core::JobKind kind);  // each has a place of its own in the line

}  // namespace formats::manifest
