// Looks: light and dark palettes, icons that follow them, and colours for labels.
#pragma once
#include "core/label_colors.h"
#include <QColor>
#include <QIcon>
#include <span>

namespace widgets {

enum class Theme { System, Light, Dark };

// Style, palette and style sheet of the whole application. System follows the desktop, also later on.
void applyTheme(Theme theme);
bool isDark();  // as shown

// The icon of :/icons/NAME.svg in the colour of the text around it. It is drawn anew for every size and palette: set it
// once. Checked ones take the accent colour.
QIcon icon(const char *name);
QIcon icon(const char *name, const QColor &color);  // always in that colour

QColor accentColor();     // links, marks and focus, readable on a window
QColor secondaryColor();  // less important text, still readable (4.5:1)
QColor warningColor();    // both readable as text on a window
QColor errorColor();
QColor stateColor(core::State state);

inline QColor toColor(core::Rgb rgb)
{
    return QColor::fromRgb(rgb);
}
inline core::Rgb toRgb(const QColor &color)
{
    return color.rgb() & 0xffffff;
}
QColor textOn(const QColor &background);            // black or white, whichever reads better
double contrast(const QColor &a, const QColor &b);  // WCAG 2 ratio, 1…21

using core::labelColors;
using core::nextLabelColor;

}  // namespace widgets
