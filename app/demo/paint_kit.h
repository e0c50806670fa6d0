// Brushes the demo pictures are painted with. Everything follows from the seed: no clock, no library's random shapes.
#pragma once
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <random>

namespace app::demo {

class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    double between(double low, double high) { return low + (high - low) * (double(m_engine()) / 4294967296.0); }
    int below(int n) { return int(m_engine() % std::uint32_t(n)); }
    bool chance(double p) { return between(0, 1) < p; }
    template <class T>
    const T &pick(const std::vector<T> &of)
    {
        return of[std::size_t(below(int(of.size())))];
    }

private:
    std::mt19937 m_engine;
};

QColor mixed(const QColor &a, const QColor &b, double share);  // share of b
QColor lit(const QColor &color, const QColor &light);          // multiplied
QColor withAlpha(QColor color, double alpha);

// Round and soft to its edge; a shadow when dark, a glow when bright and added.
void softSpot(QPainter &painter, QPointF center, double rx, double ry, const QColor &color);
void glow(QPainter &painter, QPointF center, double radius, const QColor &color);
// A ball of foliage, fruit or cloud lit from `light` (a direction of length about 1).
void ball(QPainter &painter, QPointF center, double rx, double ry, const QColor &color, QPointF light,
          double contrast = 1);
void fillQuad(QPainter &painter, QPointF a, QPointF b, QPointF c, QPointF d, const QBrush &brush);
// Grain, a darker rim and the softness of a lens.
void finish(QImage &image, Dice &dice, double grain);

}  // namespace app::demo
