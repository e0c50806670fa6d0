// A text file line by line in any encoding, as UTF-8. UTF-8 streams; another encoding is decoded whole.
#pragma once
#include "formats/format.h"
#include "formats/line_reader.h"

namespace formats {

OptionSpec encodingOption();                     // "encoding": auto, UTF-8, GB18030 …
OptionSpec readEncodingOption();                 // the same of formats that are written in UTF-8
std::string encodingOf(const Options &options);  // empty: to be found out; when writing, UTF-8
bool holdsAllText(std::string_view encoding);    // every text can be written in it
// Some of `text` has no place in the encoding that the options ask for.
bool isOutsideEncoding(std::string_view text, const Options &options);

class TextLines {
public:
    // `encoding` empty: a byte order mark tells, else UTF-8 where nearly all lines are, else what the library detects.
    // Errors: as LineReader and core::decodeText have them.
    static core::Result<TextLines> open(const std::filesystem::path &file, std::string_view encoding);

    // Empty at the end. A line that is not UTF-8 is told as the Issue in `fault` and has no text.
    core::Result<std::optional<TextLine>> next(std::optional<Issue> &fault);
    std::int64_t bytesRead() const { return m_lines ? m_lines->bytesRead() : static_cast<std::int64_t>(m_at); }
    std::int64_t size() const { return m_lines ? m_lines->size() : static_cast<std::int64_t>(m_text.size()); }

private:
    TextLines() = default;
    TextLine nextOfText();

    std::string m_name;
    std::optional<LineReader> m_lines;  // of UTF-8
    bool m_isChecked = false;           // m_lines have nothing but UTF-8
    std::string m_text;                 // else
    std::size_t m_at = 0;
    std::int64_t m_number = 0;
};

}  // namespace formats
