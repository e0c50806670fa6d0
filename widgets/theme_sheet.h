// The colours of a look, and the palette and style sheet made from them. For theme.cpp only.
#pragma once
#include <QColor>
#include <QPalette>
#include <QString>

namespace widgets {

struct Look {
    QColor window, base, raised;  // behind panels; behind text and lists; buttons and headers
    QColor text, secondary, disabled;
    QColor border, strongBorder;      // around groups; around what one can press
    QColor accent, accentFill, tint;  // as text or line; behind white text; behind a selected row
    QColor hover;
    QColor good, warning, error;
};

Look lookOf(bool dark);
QPalette paletteOf(const Look &look);
QString styleSheetOf(const Look &look);

}  // namespace widgets
