// How annotations look: outline and light fill in the colour of their label, name tags, handles.
#pragma once
#include "core/sample_content.h"
#include "widgets/mask_picture.h"
#include <QColor>
#include <QFont>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <unordered_map>

namespace widgets {

enum class Emphasis {
    Plain,    // one of many, thinned to what the zoom can show
    Hovered,  // these three are painted on top, antialiased
    Selected,
    Draft,  // being drawn or changed
    Taken,  // the same of pixels that will be erased
};

class AnnotationPainter {
public:
    static constexpr double reach = 8;  // logical pixels paint goes beyond an annotation's bounds, at most

    void setLabels(const std::vector<core::Label> &labels);
    void setFont(const QFont &font) { m_font = font; }
    // Pen width of the plain ones, logical pixels.
    void setPlainWidth(double width) { m_plainWidth = width; }

    // Of plain masks only those that are a dot at this zoom: the others are MaskLayer's.
    void paint(QPainter &painter, const core::Annotation &annotation, const View &view, Emphasis emphasis);
    static bool isPlain(const core::Annotation &annotation, const View &view);  // Plain paints it at all
    void paintHandles(QPainter &painter, const core::Annotation &annotation, const View &view) const;
    // Name, confidence and a lock, on the label's colour.
    QPixmap tag(const core::Annotation &annotation, double ratio);

    QColor color(core::LabelId label) const;
    QString name(core::LabelId label) const;

private:
    struct KnownMask {
        std::shared_ptr<const core::MaskRuns> runs;
        View view;
        QRect clip;
        MaskColors colors;
        MaskPicture picture;
    };
    void paintMask(QPainter &painter, const core::Mask &mask, const QColor &ink, const View &view, Emphasis emphasis);
    struct Look {
        QColor color;
        QString name;
    };
    std::unordered_map<core::LabelId, Look> m_looks;
    QHash<QString, QPixmap> m_tags;
    QFont m_font;
    double m_plainWidth = 2;
    std::vector<KnownMask> m_masks;  // those painted last; the oldest is at m_nextMask
    std::size_t m_nextMask = 0;
};

bool isHidden(const core::Annotation &annotation);

}  // namespace widgets
