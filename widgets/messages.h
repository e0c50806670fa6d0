// The words a person reads for what core says in codes. The one place for them, so that they can be translated.
#pragma once
#include "core/result.h"
#include "core/rows.h"
#include <QString>
#include <vector>

namespace core {
struct Refused;
}

namespace widgets {

QString sentence(const core::Error &error);      // what happened; names the file and what was seen
QString advice(const core::Error &error);        // what to do about it; may be empty
QString placeText(const core::Location &where);  // "file:12:3, field"
QString deviceText(const core::Error &fault);    // why nothing is heard, and what goes on without
QString codeText(core::Code code);               // "damaged", "not found": one cell of a list

QString editTitle(std::string_view editName);  // "draw-box" → "Draw rectangle"; an unknown name is shown as it is
QString lossText(std::string_view word);       // of Format::losses; an unknown word is shown as it is
QString refusalText(const core::Refused &refused, const std::vector<core::Label> &labels);  // why an act is refused
QString stateText(core::State state);
QString usageText(core::Usage usage);
QString shapeText(core::Shape shape);
QString kindText(const core::Geometry &geometry);
QString sizeText(qint64 bytes);        // "3.4 MB"
QString durationText(qint64 seconds);  // "2 min 5 s"

}  // namespace widgets
