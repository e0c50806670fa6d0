// What entities cover, for lists: the beginning of their text in one line, and where it stands.
#pragma once
#include "core/sample_content.h"
#include "core/text/text_map.h"
#include <QString>
#include <optional>

namespace widgets {

class PassageText {
public:
    void setText(const std::optional<core::SharedText> &text);  // read when first asked for
    QString shown(const core::TextSpan &span) const;  // blanks and line ends as one space, parts joined by …
    const core::TextMap &map() const;

private:
    core::SharedText m_text;
    mutable std::optional<core::TextMap> m_map;
};

QString placeText(const core::TextSpan &span);  // "12–15", in code points

}  // namespace widgets
