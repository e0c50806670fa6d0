#include "widgets/panels/swatch.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QComboBox>
#include <QPainter>
#include <QPixmap>

namespace widgets {

QIcon swatch(core::Rgb rgb)
{
    constexpr int side = 16, sharpness = 2;
    QPixmap picture(side * sharpness, side * sharpness);
    picture.setDevicePixelRatio(sharpness);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColor(rgb));
    painter.drawRoundedRect(QRectF(2, 2, side - 4, side - 4), 3, 3);
    painter.end();
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);  // a colour that says something is not tinted
    return icon;
}

void addLabel(QComboBox &box, const core::Label &label)
{
    box.addItem(swatch(label.rgb), toQString(label.name), qlonglong(label.id.value));
}

core::LabelId idIn(const QComboBox &box, int index)
{
    return {box.itemData(index).toLongLong()};
}

}  // namespace widgets
