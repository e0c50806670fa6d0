#include "widgets/panels/geometry_fields.h"
#include "widgets/messages.h"
#include "widgets/panels/form.h"
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <cmath>

namespace widgets {

namespace {

enum Field { X, Y, W, H, Angle, FieldCount };
constexpr const char *FieldNames[] = {"x", "y", "w", "h", "angle"};
constexpr double Farthest = 1e7, Smallest = 0.01;

// Shapes without fields of their own are described.
QString summaryOf(const core::Geometry &geometry)
{
    const QString kind = kindText(geometry);
    if (const auto *polygon = std::get_if<core::Polygon>(&geometry)) {
        qsizetype points = 0;
        for (const core::Ring &ring : polygon->rings)
            points += qsizetype(ring.size());
        return GeometryFields::tr("%1, %n points", nullptr, int(points)).arg(kind);
    }
    if (const auto *line = std::get_if<core::Polyline>(&geometry))
        return GeometryFields::tr("%1, %n points", nullptr, int(line->points.size())).arg(kind);
    return kind;
}

}  // namespace

GeometryFields::GeometryFields(QWidget *parent) : QWidget(parent), m_summary(newValue(QString(), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_summary, 0, 0, 1, 4);
    for (int field = 0; field < FieldCount; ++field) {
        auto *box = new QDoubleSpinBox(this);
        box->setDecimals(2);
        box->setKeyboardTracking(false);
        box->setRange(field == W || field == H ? Smallest : -Farthest, Farthest);
        if (field == Angle) {
            box->setRange(0, 359.99);
            box->setWrapping(true);
            box->setSuffix(QStringLiteral("°"));
        }
        box->setMinimumWidth(60);
        auto *title = newTitle(QString(), this);
        title->setBuddy(box);
        grid->addWidget(title, 1 + field / 2, field % 2 * 2);
        grid->addWidget(box, 1 + field / 2, field % 2 * 2 + 1);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, field] { edited(field); });
        m_fields.push_back(box);
        m_titles.push_back(title);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void GeometryFields::show(const std::vector<core::Geometry> &geometries)
{
    for (int field = 0; field < FieldCount; ++field) {
        m_fields[std::size_t(field)]->hide();
        m_titles[std::size_t(field)]->hide();
    }
    if (geometries.size() != 1) {
        m_summary->setText(tr("%n objects", nullptr, int(geometries.size())));
        return;
    }
    m_geometry = geometries.front();
    m_summary->setText(summaryOf(m_geometry));
    if (const auto *box = std::get_if<core::Box>(&m_geometry)) {
        set(X, box->x, tr("X"));
        set(Y, box->y, tr("Y"));
        set(W, box->w, tr("W", "width"));
        set(H, box->h, tr("H", "height"));
        set(Angle, box->angle, tr("∠", "angle"));
    } else if (const auto *circle = std::get_if<core::Circle>(&m_geometry)) {
        set(X, circle->center.x, tr("X"));
        set(Y, circle->center.y, tr("Y"));
        set(W, circle->radius, tr("R", "radius"));
    } else if (const auto *point = std::get_if<core::Point>(&m_geometry)) {
        set(X, point->x, tr("X"));
        set(Y, point->y, tr("Y"));
    }
}

void GeometryFields::set(int field, double value, const QString &title)
{
    QDoubleSpinBox *box = m_fields[std::size_t(field)];
    const QSignalBlocker quiet(box);
    if (!box->hasFocus() || std::abs(box->value() - value) >= 0.005)
        box->setValue(value);
    box->setAccessibleName(title);
    box->show();
    m_titles[std::size_t(field)]->setText(title);
    m_titles[std::size_t(field)]->show();
}

void GeometryFields::edited(int field)
{
    const double value = m_fields[std::size_t(field)]->value();
    core::Geometry after = m_geometry;
    if (auto *box = std::get_if<core::Box>(&after)) {
        double *const parts[] = {&box->x, &box->y, &box->w, &box->h, &box->angle};
        *parts[field] = value;
    } else if (auto *circle = std::get_if<core::Circle>(&after)) {
        double *const parts[] = {&circle->center.x, &circle->center.y, &circle->radius};
        *parts[field] = value;
    } else if (auto *point = std::get_if<core::Point>(&after)) {
        double *const parts[] = {&point->x, &point->y};
        *parts[field] = value;
    }
    emit geometryEdited(after, QString::fromLatin1(FieldNames[field]));
}

}  // namespace widgets
