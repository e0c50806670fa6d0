// The parts of the COCO format, private to its files: elements as values, reader, writer, losses.
//
// Kept so that a foreign file comes back as it was: categories keep their id and their unknown keys as attribute specs
// "@x:KEY" of the label (the default value is the JSON text); images keep unknown keys as members of Sample.property,
// their id as externalId; annotations keep them as attributes "@x:KEY", of `attributes` "@x:attributes.KEY" where a
// value is no string. The rest of the file (info, licenses …) is the member "@coco" of the first image's property.
// Area and box of a segmentation are counted anew, and so are the ids of annotations.
//
// What COCO has no place for goes into keys of ours that others pass over, and only when needed:
//   of an image       "@labelwright:usage", "…:state", "…:note", "…:hard", "…:hard-coefficient", "…:hard-reasons",
//                     "…:id" when the outer id of the sample is not the id in the file
//   of a category     "@labelwright:color", "…:gray"
//   of an annotation  "@labelwright:author", "…:created", "…:proposed", "…:attributes": built-in ones by name
// `occluded` and `rotation` in `attributes` are those of CVAT: a turned box has its box as before turning.
#pragma once
#include "formats/format.h"
#include "formats/json_elements.h"
#include "formats/json_line.h"

namespace formats::coco {

inline constexpr std::string_view ownPrefix = "@labelwright:";
inline constexpr std::string_view colorKey = "@labelwright:color", grayKey = "@labelwright:gray";
inline constexpr std::string_view categoryIdSpec = "@x:id";
inline constexpr std::string_view restKey = "@coco";
inline constexpr std::string_view attributesPrefix = "@x:attributes.", rotationAttribute = "@x:attributes.rotation";

bool isImageKey(std::string_view name);  // has a meaning of its own
bool isCategoryKey(std::string_view name);
bool isAnnotationKey(std::string_view name);

struct Category {
    std::string id;
    core::Label label;
    bool hasColor = false;
};

struct Image {
    std::string id, fileName;
    bool hasOuterId = false;  // the sample's outer id is another one
    SampleRecord record;      // uri empty
};

struct Rle {
    int width = 0, height = 0;
    std::vector<std::uint32_t> counts;
    std::string text;  // instead of counts: compressed
};

struct Object {
    std::string id, categoryId;
    AnnotationRecord record;  // without label and geometry
    std::optional<core::Box> box;
    std::vector<core::Ring> rings;
    std::optional<Rle> rle;
    double rotation = 0;  // also kept as rotationAttribute
};

// Reads one element. False: it is refused. Issues have line, column and field, but no file.
class Parser {
public:
    Parser();
    ~Parser();
    bool parse(const JsonElement &element, Category &out, std::vector<Issue> &issues);
    bool parse(const JsonElement &element, Image &out, std::vector<Issue> &issues);
    bool parse(const JsonElement &element, Object &out, std::vector<Issue> &issues);
    // `image_id` of an annotation without looking at more than needed; empty: not found.
    std::optional<std::string> imageIdOf(std::string_view text);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::coco
