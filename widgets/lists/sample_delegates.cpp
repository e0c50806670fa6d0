#include "widgets/lists/sample_delegates.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/text_card.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

using Role = SampleListModel::Role;

constexpr int BadgeSide = 20;

QFont small(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.88);
    return smaller;
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect)
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    painter.setPen(Qt::NoPen);
    if (selected || option.state & QStyle::State_MouseOver) {
        QColor fill = selected ? accentColor() : palette.color(QPalette::WindowText);
        fill.setAlpha(selected ? 50 : 14);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(accentColor(), option.state & QStyle::State_Active ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6);
    }
}

enum class Fit { Whole, Cut, Stretched };

// The thumbnail in the frame, or a mark that says why there is none.
void paintPicture(QPainter &painter, const QRect &frame, Thumbnails &thumbnails, const QModelIndex &index, Fit fit)
{
    const QPalette palette = QApplication::palette();
    const QString file = index.data(Role::MediaRole).toString();
    const bool missing = index.data(Role::MissingRole).toBool();
    const QPixmap *pixmap = missing ? nullptr : thumbnails.of(file);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Window));
    painter.drawRoundedRect(frame, 5, 5);
    if (pixmap) {
        const QSize size = pixmap->size().scaled(frame.size(), fit == Fit::Whole ? Qt::KeepAspectRatio
                                                               : fit == Fit::Cut ? Qt::KeepAspectRatioByExpanding
                                                                                 : Qt::IgnoreAspectRatio);
        QRect target({}, size);
        target.moveCenter(frame.center());
        QPainterPath path;
        path.addRoundedRect(frame, 5, 5);
        painter.save();
        painter.setClipPath(path);
        painter.drawPixmap(target, *pixmap);
        painter.restore();
        return;
    }
    const bool lost = missing || (index.data(Role::NameRole).isValid() && file.isEmpty());
    const bool broken = thumbnails.isBroken(file);
    const int side = std::clamp(frame.height() / 3, 14, 40);
    QRect mark(0, 0, side, side);
    mark.moveCenter(frame.center());
    if (lost || broken)
        icon(lost ? "image-off" : "file-warning", secondaryColor()).paint(&painter, mark);
}

int paintChip(QPainter &painter, QPoint topLeft, int maxWidth, const core::Label &label)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString name = metrics.elidedText(toQString(label.name), Qt::ElideRight, std::min(maxWidth - 12, 110));
    const int width = metrics.horizontalAdvance(name) + 12;
    const bool tooShort = name != toQString(label.name) && width < 44;  // not worth a look
    if (width > maxWidth || tooShort || name.isEmpty())
        return 0;
    const QRect chip(topLeft, QSize(width, metrics.height() + 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColor(label.rgb));
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter.setPen(textOn(toColor(label.rgb)));
    painter.drawText(chip, Qt::AlignCenter, name);
    return width;
}

// As many chips as fit, then how many there are more. The place behind them.
int paintChips(QPainter &painter, QRect area, const QList<core::LabelId> &ids, const LabelOf &labelOf,
               const QColor &ink)
{
    qsizetype shown = 0;
    for (const core::LabelId id : ids) {
        const int reserve = shown + 1 < ids.size() ? 26 : 0;
        const core::Label *label = labelOf(id);
        const int width = label ? paintChip(painter, area.topLeft(), area.width() - reserve, *label) : 0;
        if (label && width == 0)
            break;
        area.setLeft(area.left() + width + 4);
        ++shown;
    }
    if (shown < ids.size()) {
        const QString more = QStringLiteral("+%1").arg(ids.size() - shown);
        painter.setPen(ink);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, more);
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(more) + 4);
    }
    return area.left();
}

void paintState(QPainter &painter, const QPointF &center, core::State state)
{
    painter.setPen(QPen(stateColor(state), 2));
    painter.setBrush(state == core::State::Unlabeled ? QBrush(Qt::NoBrush) : QBrush(stateColor(state)));
    painter.drawEllipse(center, 4, 4);
}

bool isVerifiedEmpty(const QModelIndex &index)
{
    const QVariant state = index.data(Role::StateRole);
    return state.isValid() && core::State(state.toInt()) == core::State::Labeled
           && index.data(Role::AnnotationCountRole).toLongLong() == 0;
}

bool hasBadges(const QModelIndex &index)
{
    return index.data(Role::HardRole).toBool() || isVerifiedEmpty(index) || index.data(Role::ConfidenceRole).isValid();
}

void paintBadge(QPainter &painter, const QRect &rect, const char *name, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 150));
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    icon(name, color).paint(&painter, rect.adjusted(3, 3, -3, -3));
}

// On two lines.
void paintWords(QPainter &painter, const QRect &rect, const QString &said)
{
    const int room = 2 * rect.width() - 4 * painter.fontMetrics().averageCharWidth();  // the first one breaks somewhere
    const Qt::AlignmentFlag side = said.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    painter.setPen(QApplication::palette().color(QPalette::Text));
    painter.drawText(rect, int(side) | Qt::AlignTop | Qt::TextWordWrap,
                     painter.fontMetrics().elidedText(said, Qt::ElideRight, room));
}

void paintPill(QPainter &painter, QPoint bottomRight, const QString &text)
{
    QRect pill(QPoint(), QSize(painter.fontMetrics().horizontalAdvance(text) + 10, painter.fontMetrics().height() + 2));
    pill.moveBottomRight(bottomRight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 150));
    painter.drawRoundedRect(pill, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(pill, Qt::AlignCenter, text);
}

}  // namespace

SampleLineDelegate::SampleLineDelegate(Thumbnails &thumbnails, LabelOf labelOf, QObject *parent)
    : QStyledItemDelegate(parent),
      m_thumbnails(thumbnails),
      m_labelOf(std::move(labelOf))
{
}

void SampleLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect line = option.rect.adjusted(4, 1, -4, -1);
    paintGround(*painter, option, line);
    const bool isText = index.data(Role::TextRole).isValid();
    const QVariant length = index.data(Role::LengthRole);
    const int pictureWidth = length.isValid() ? 70 : 46;
    if (!isText)
        paintPicture(*painter, QRect(line.left() + 5, line.center().y() - 17, pictureWidth, 35), m_thumbnails, index,
                     length.isValid() ? Fit::Stretched : Fit::Cut);

    QRect text = line.adjusted(isText ? 8 : pictureWidth + 14, 4, -12, -4);
    if (const QVariant state = index.data(Role::StateRole); state.isValid()) {
        paintState(*painter, QPointF(line.right() - 10, line.center().y() + 0.5), core::State(state.toInt()));
        text.setRight(line.right() - 20);
    }
    if (index.data(Role::HardRole).toBool()) {
        const QRect star(text.right() - 15, line.center().y() - 7, 15, 15);
        icon("star", warningColor()).paint(painter, star);
        text.setRight(star.left() - 4);
    }
    if (isText) {
        paintText(*painter, option, text, index);
        painter->restore();
        return;
    }
    const QList<core::LabelId> labels = index.data(Role::LabelsRole).value<QList<core::LabelId>>();
    const QString said = index.data(Role::ContentRole).toString();
    painter->setFont(option.font);
    QRect nameLine = labels.isEmpty() && said.isEmpty() ? text : text.adjusted(0, -1, 0, -text.height() / 2 - 1);
    QRect below = text.adjusted(0, text.height() / 2 + 1, 0, 2);
    if (length.isValid()) {
        painter->setPen(secondaryColor());
        painter->drawText(nameLine, Qt::AlignRight | Qt::AlignVCenter, length.toString());
        nameLine.setRight(nameLine.right() - option.fontMetrics.horizontalAdvance(length.toString()) - 8);
    }
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        nameLine, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(Role::NameRole).toString(), Qt::ElideMiddle, nameLine.width()));
    painter->setFont(small(option.font));
    if (!labels.isEmpty())
        below.setLeft(paintChips(*painter, below, labels, m_labelOf, secondaryColor()) + 2);
    if (!said.isEmpty() && below.width() > painter->fontMetrics().averageCharWidth() * 6) {
        painter->setPen(secondaryColor());
        paintLine(*painter, below, said);
    }
    painter->restore();
}

// What it says above; below its labels and where it is from.
void SampleLineDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                                   const QModelIndex &index) const
{
    painter.setFont(option.font);
    painter.setPen(option.palette.color(QPalette::Text));
    paintLine(painter, rect.adjusted(0, -1, 0, -rect.height() / 2 - 1),
              index.data(Role::TextRole).toString().section(QLatin1Char('\n'), 0, 0));
    QRect below = rect.adjusted(0, rect.height() / 2 + 1, 0, 2);
    painter.setFont(small(option.font));
    const auto labels = index.data(Role::LabelsRole).value<QList<core::LabelId>>();
    const int behind = paintChips(painter, below, labels, m_labelOf, secondaryColor());
    below.setLeft(labels.isEmpty() ? below.left() : behind + 4);
    const QString origin = index.data(Role::OriginRole).toString();
    if (below.width() < painter.fontMetrics().averageCharWidth() * 6)
        return;
    painter.setPen(secondaryColor());
    painter.drawText(below, int(labels.isEmpty() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(origin, Qt::ElideMiddle, below.width()));
}

SampleTileDelegate::SampleTileDelegate(Thumbnails &thumbnails, LabelOf labelOf, QObject *parent)
    : QStyledItemDelegate(parent),
      m_thumbnails(thumbnails),
      m_labelOf(std::move(labelOf))
{
}

void SampleTileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect tile = option.rect.adjusted(4, 4, -4, -4);
    paintGround(*painter, option, tile);
    const QRect picture = tile.adjusted(6, 6, -6, -26);
    const QVariant words = index.data(Role::TextRole);
    const auto labels = index.data(Role::LabelsRole).value<QList<core::LabelId>>();
    const int chipHeight = QFontMetrics(small(option.font)).height() + 2;
    painter->setFont(option.font);
    if (words.isValid())
        m_cards.paint(*painter, picture, words.toString(), option.palette, hasBadges(index) ? BadgeSide : 0,
                      labels.isEmpty() ? 0 : chipHeight + 4);
    else if (index.data(Role::LengthRole).isValid())
        paintSound(*painter, picture, index, labels.isEmpty() ? 0 : chipHeight);
    else
        paintPicture(*painter, picture, m_thumbnails, index, Fit::Whole);
    painter->setFont(small(option.font));
    paintChips(*painter, QRect(picture.left() + 4, picture.bottom() - chipHeight - 3, picture.width() - 8, chipHeight),
               labels, m_labelOf, words.isValid() ? secondaryColor() : QColor(Qt::white));
    paintBadges(*painter, picture, index);

    QRect text = tile.adjusted(8, tile.height() - 23, -8, -3);
    if (const QVariant state = index.data(Role::StateRole); state.isValid()) {
        paintState(*painter, QPointF(text.left() + 5, text.center().y() + 0.5), core::State(state.toInt()));
        text.setLeft(text.left() + 15);
    }
    if (const auto count = index.data(Role::AnnotationCountRole).toLongLong(); count > 1) {
        const QString number = QLocale().toString(count);
        painter->setPen(secondaryColor());
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(number) - 6);
    }
    painter->setPen(words.isValid() ? secondaryColor() : option.palette.color(QPalette::Text));
    const QString name = index.data(words.isValid() ? Role::OriginRole : Role::NameRole).toString();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));
    painter->restore();
}

// The strip with what was played of it, how long it is, and below what is said.
void SampleTileDelegate::paintSound(QPainter &painter, const QRect &picture, const QModelIndex &index,
                                    int chipHeight) const
{
    const QString said = index.data(Role::ContentRole).toString();
    const QFont before = painter.font();
    painter.setFont(small(before));
    const int lineHeight = painter.fontMetrics().lineSpacing();
    QRect strip = picture;
    if (!said.isEmpty())
        strip.setHeight(std::max(lineHeight, picture.height() - 2 * lineHeight - 6 - chipHeight));
    paintPicture(painter, strip, m_thumbnails, index, Fit::Stretched);
    if (const double played = m_played ? m_played(index.data(Role::MediaRole).toString()) : -1; played >= 0) {
        QRect heard = strip;
        heard.setWidth(qRound(strip.width() * std::min(played, 1.0)));
        QColor shade = accentColor();
        shade.setAlpha(50);
        painter.fillRect(heard, shade);
        painter.fillRect(QRect(heard.right(), strip.top(), 2, strip.height()), accentColor());
    }
    if (!said.isEmpty())
        paintWords(painter, QRect(picture.left() + 2, strip.bottom() + 5, picture.width() - 4, 2 * lineHeight), said);
    if (const QString length = index.data(Role::LengthRole).toString(); !length.isEmpty())
        paintPill(painter, strip.bottomRight() - QPoint(4, 4), length);
    painter.setFont(before);
}

void SampleTileDelegate::paintBadges(QPainter &painter, const QRect &picture, const QModelIndex &index) const
{
    QRect badge(picture.right() - BadgeSide - 3, picture.top() + 4, BadgeSide, BadgeSide);
    if (index.data(Role::HardRole).toBool()) {
        paintBadge(painter, badge, "star", QColor(0xffc44d));
        badge.translate(-BadgeSide - 4, 0);
    }
    if (isVerifiedEmpty(index))
        paintBadge(painter, badge, "circle-slash", QColor(0x7fe0ae));  // verified: there is nothing in it
    if (const QVariant confidence = index.data(Role::ConfidenceRole); confidence.isValid()) {
        const QString text = QLocale().toString(confidence.toDouble(), 'f', 2);
        const QRect rect(picture.left() + 4, picture.top() + 4, painter.fontMetrics().horizontalAdvance(text) + 12,
                         BadgeSide - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 150));
        painter.drawRoundedRect(rect, 9, 9);
        painter.setPen(Qt::white);
        painter.drawText(rect, Qt::AlignCenter, text);
    }
}

}  // namespace widgets
