// The parser of a manifest line: what is of the sample, of its annotations and of sounds lies in files of their own.
#pragma once
#include "formats/json_line.h"
#include "formats/modelarts_manifest.h"

namespace formats::manifest {

struct LineParser::Impl : JsonLine {
    core::JobKind kind;
    std::string_view prefix;            // of attributes that keep unknown keys
    jsontext::Members members;          // of Sample.property
    std::vector<std::string> topLevel;  // those of them that stand outside `property`

    explicit Impl(core::JobKind k) : kind(k), prefix(keepsXml(k) ? detectionPrefix : inlinePrefix) {}

    void readSampleKey(std::string_view name, Value value, Line &line);
    void readSource(Value &value, Line &line);
    void readSampleProperty(Value &value, SampleRecord &record);
    void keepTopLevel(std::string_view name, Value &value);
    void finishProperty(core::Sample &sample) const;
    void nameText(core::Sample &sample);
    void readAnnotations(Value &value, Line &line);
    void readAnnotation(Value &value, Line &line, std::int64_t index);
    bool accept(const AnnotationEntry &entry, std::string_view type);
    void readAnnotationKey(std::string_view name, Value value, AnnotationEntry &entry, std::string &type);
    void readAnnotationProperty(Value &value, AnnotationEntry &entry);
    bool readEntityMember(std::string_view name, Value &value, AnnotationEntry &entry);
    bool readSoundMember(std::string_view name, Value &value, AnnotationEntry &entry);
    std::optional<std::int64_t> time(Value &value, AnnotationEntry &entry, Severity severity);
    void readPropertyMember(std::string_view name, Value value, AnnotationEntry &entry);
    void readObjects(Value &value, AnnotationEntry &entry);
    std::string reasons(Value &value);
};

}  // namespace formats::manifest
