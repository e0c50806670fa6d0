// The words of a manifest line: keys in both spellings, usages, states.
#include "formats/json_line.h"
#include "formats/modelarts_manifest.h"
#include "formats/text_kinds.h"
#include <array>

namespace formats::manifest {

namespace {

constexpr std::array<std::pair<std::string_view, Key>, 25> spellings{{
    {"source", Key::Source},
    {"usage", Key::Usage},
    {"id", Key::Id},
    {"annotation", Key::Annotation},
    {"property", Key::Property},
    {"hard", Key::Hard},
    {"hard-coefficient", Key::HardCoefficient},
    {"hard_coefficient", Key::HardCoefficient},
    {"hard-reasons", Key::HardReasons},
    {"hard_reasons", Key::HardReasons},
    {"sample-type", Key::SampleType},
    {"sample_type", Key::SampleType},
    {"source-type", Key::SourceType},
    {"source_type", Key::SourceType},
    {"type", Key::Type},
    {"name", Key::Name},
    {"annotation-loc", Key::Location},
    {"annotation_loc", Key::Location},
    {"annotation-format", Key::Format},
    {"annotation_format", Key::Format},
    {"confidence", Key::Confidence},
    {"annotated-by", Key::Author},
    {"annotated_by", Key::Author},
    {"creation-time", Key::Created},
    {"creation_time", Key::Created},
}};

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> usageWords{"", "train", "eval", "test", "inference"};
constexpr std::array<std::string_view, 3> stateWords{"unlabeled", "to_confirm", "labeled"};

template <class Enum, std::size_t n>
std::optional<Enum> fromWord(const std::array<std::string_view, n> &words, std::string_view word)
{
    for (std::size_t i = 0; i < n; ++i)
        if (words[i] == word)
            return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::optional<core::Usage> usageFromWord(std::string_view word)
{
    return fromWord<core::Usage>(usageWords, lowerAscii(word));
}

std::string_view wordOf(core::Usage usage)
{
    return usageWords.at(static_cast<std::size_t>(usage));
}

std::optional<core::State> stateFromWord(std::string_view word)
{
    return fromWord<core::State>(stateWords, word);
}

std::string_view wordOf(core::State state)
{
    return stateWords.at(static_cast<std::size_t>(state));
}

Key keyOf(std::string_view name)
{
    for (const auto &[spelling, key] : spellings)
        if (spelling == name)
            return key;
    return Key::Unknown;
}

bool keepsXml(core::JobKind kind)
{
    return kind == core::JobKind::ObjectDetection || kind == core::JobKind::ImageSegmentation;
}

std::string_view typeOf(core::JobKind kind)
{
    switch (kind) {
    case core::JobKind::SoundClassification: return "audio_classification";
    case core::JobKind::SpeechContent: return "audio_content";
    case core::JobKind::SpeechSegmentation: return "audio_segmentation";
    default: return hasEntities(kind) ? "text_entity" : core::kindName(kind);
    }
}

bool isTypeOf(core::JobKind kind, std::string_view suffix)
{
    return suffix == typeOf(kind) || (kind == core::JobKind::SoundClassification && suffix == "sound_classification");
}

std::string_view sampleTypeOf(core::JobKind kind)
{
    return isOfSounds(kind) ? "2" : isOfTexts(kind) ? "1" : "0";
}

bool isSampleKey(Key key)
{
    switch (key) {
    case Key::Source:
    case Key::Usage:
    case Key::Id:
    case Key::Annotation:
    case Key::Property:
    case Key::Hard:
    case Key::HardCoefficient:
    case Key::HardReasons: return true;
    case Key::Unknown:
    case Key::SampleType:  // that of the job is implied, others are kept as they are
    case Key::SourceType:
    case Key::Type:
    case Key::Name:
    case Key::Location:
    case Key::Format:
    case Key::Confidence:
    case Key::Author:
    case Key::Created: return false;
    }
    return false;
}

bool isAnnotationKey(Key key, core::JobKind kind)
{
    const bool withXml = keepsXml(kind);
    switch (key) {
    case Key::Type:
    case Key::Property:
    case Key::Hard:
    case Key::HardCoefficient:
    case Key::Confidence:
    case Key::Author:
    case Key::Created: return true;
    case Key::Name: return !withXml && kind != core::JobKind::SpeechContent;
    case Key::Id: return hasEntities(kind);
    case Key::Location:
    case Key::Format: return withXml;
    case Key::Unknown:
    case Key::Source:
    case Key::Usage:
    case Key::Annotation:
    case Key::HardReasons:
    case Key::SampleType:
    case Key::SourceType: return false;
    }
    return false;
}

}  // namespace formats::manifest
