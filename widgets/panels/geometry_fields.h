// Numbers of one shape to read and change: position, size, angle. Several shapes: what they are.
#pragma once
#include "core/geometry.h"
#include <QWidget>
#include <vector>

class QDoubleSpinBox;
class QLabel;

namespace widgets {

class GeometryFields : public QWidget {
    Q_OBJECT
public:
    explicit GeometryFields(QWidget *parent = nullptr);

    void show(const std::vector<core::Geometry> &geometries);

signals:
    void geometryEdited(const core::Geometry &geometry, const QString &field);  // field: "x", "w", "angle" …

private:
    void edited(int field);
    void set(int field, double value, const QString &title);

    core::Geometry m_geometry;
    QLabel *m_summary;
    std::vector<QDoubleSpinBox *> m_fields;  // x, y, w (radius), h, angle
    std::vector<QLabel *> m_titles;
};

}  // namespace widgets
