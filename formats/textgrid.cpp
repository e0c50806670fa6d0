// Praat TextGrid: tiers of intervals and points over one sound.
#include "formats/textgrid.h"

namespace formats {

namespace {

const char *refusal(std::string_view bytes)
{
    return bytes.starts_with("ooBinaryFile") ? "a binary TextGrid: save it in Praat as a text file" : nullptr;
}

bool isOne(std::string_view text)
{
    const auto head = text.substr(0, 200);
    return refusal(text) || (head.find("ooTextFile") != head.npos && head.find("TextGrid") != head.npos);
}

}  // namespace

Format textgrid()
{
    static const SegmentFiles what{.id = "textgrid",
                                   .title = "Praat TextGrid",
                                   .suffix = ".TextGrid",
                                   .options = {textsAreOption({"auto", "content", "label"})},
                                   .isOne = isOne,
                                   .parse = praat::parse,
                                   .compose = praat::compose,
                                   .addLosses = praat::addLosses,
                                   .refusal = refusal};
    return segmentFilesFormat(what);
}

}  // namespace formats
