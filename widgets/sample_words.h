// How samples and texts are called on screen. What comes from the data is plain text: whoever shows it says so.
#pragma once
#include "core/rows.h"
#include <QString>

namespace widgets {

// Characters one would not see, or that would turn what stands beside them: as signs. Line breaks too.
QString visible(const QString &text);

QString firstLine(std::string_view text);  // with something in it, without the blanks around it, visible
// The beginning for a few lines of a card: blank lines left out, each line visible, '\n' between them.
QString excerpt(std::string_view text, qsizetype most = 600);

QString abridged(const QString &text, qsizetype most);  // with … where something was cut off

QString sampleName(const core::Sample &sample);    // its file; of a text without one its beginning
QString lengthText(const core::MediaInfo &media);  // of a sound, "0:05.2" or "1:02:30"; empty: not known
QString soundText(const core::MediaInfo &media);   // "16 kHz, mono"; empty: not known

QString sampleOrigin(const core::Sample &sample);  // of a text: its file, its line or its id; empty: not known

}  // namespace widgets
