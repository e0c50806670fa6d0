// The parts of the doccano JSONL format, private to its files: one line as values, reader, writer, losses.
//
// `text` is the sample, `label` its classes or spans, `entities` and `relations` the same as objects, `Comments` the
// note. Other keys are kept as members of Sample.property and come back under their names. What doccano has no place
// for goes into keys of ours, see own_keys.h; further "@labelwright:source" where the sample is from (the next import
// meets it again), "@labelwright:offset" the unit of the line's offsets, where units differ; of an entity
// "@labelwright:confidence". Unknown keys of an entity are attributes "@x:KEY".
#pragma once
#include "formats/doccano_offsets.h"
#include "formats/line_reader.h"
#include "formats/own_keys.h"

namespace formats::doccano {

inline constexpr std::string_view offsetKey = "@labelwright:offset";
inline constexpr std::string_view confidenceKey = "@labelwright:confidence";

bool isLineKey(std::string_view name);    // has a meaning of its own in a line
bool isEntityKey(std::string_view name);  // the same in an entity

struct Entity {
    AnnotationRecord record;  // without geometry
    core::TextRange given;    // in the unit of the file
};
struct Line {
    SampleRecord sample;  // without uri and text
    std::optional<std::string> text;
    Origin origin;
    std::optional<Unit> unit;  // as the line says
    std::vector<Entity> entities;
    std::vector<RelationRecord> relations;
    std::vector<AnnotationRecord> classes;
};

class LineParser {
public:
    LineParser();
    ~LineParser();
    // False: the line is refused. Issues have line, column and field, but no file.
    bool parse(const TextLine &text, Line &line, std::vector<Issue> &issues);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::doccano
