#include "widgets/image/mask_options.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace widgets {

double resizedBrush(double radius, int steps)
{
    for (; steps > 0; --steps)
        radius = std::max(radius + 0.5, std::round(radius * 1.125 * 2) / 2);
    for (; steps < 0; ++steps)
        radius = std::min(radius - 0.5, std::round(radius / 1.125 * 2) / 2);
    return std::clamp(radius, leastBrush, mostBrush);
}

QByteArray toText(const MaskOptions &options)
{
    const QJsonObject object{{"brush", options.brushRadius},      {"tolerance", options.tolerance},
                             {"opacity", options.look.opacity},   {"outlines", options.look.outlines},
                             {"overlaps", options.look.overlaps}, {"gaps", options.look.gaps},
                             {"specks", options.specks},          {"radius", options.radius}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

MaskOptions maskOptionsFromText(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    MaskOptions options;
    options.brushRadius = std::clamp(object["brush"].toDouble(options.brushRadius), leastBrush, mostBrush);
    options.tolerance = std::clamp(object["tolerance"].toInt(options.tolerance), 0, 255);
    options.look.opacity = std::clamp(object["opacity"].toInt(options.look.opacity), 0, 100);
    options.look.outlines = object["outlines"].toBool();
    options.look.overlaps = object["overlaps"].toBool();
    options.look.gaps = object["gaps"].toBool();
    options.specks = std::clamp(object["specks"].toInt(options.specks), 1, 1'000'000);
    options.radius = std::clamp(object["radius"].toInt(options.radius), 1, 200);
    return options;
}

}  // namespace widgets
