// How a sample is drawn: as a line of the list, as a tile of the grid.
#pragma once
#include "core/rows.h"
#include "widgets/lists/text_card.h"
#include "widgets/lists/thumbnails.h"
#include <QStyledItemDelegate>
#include <functional>

namespace widgets {

using LabelOf = std::function<const core::Label *(core::LabelId)>;

class SampleLineDelegate : public QStyledItemDelegate {
public:
    static constexpr int Height = 46;
    SampleLineDelegate(Thumbnails &thumbnails, LabelOf labelOf, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QModelIndex &index) const;

    Thumbnails &m_thumbnails;
    LabelOf m_labelOf;
};

class SampleTileDelegate : public QStyledItemDelegate {
public:
    static QSize tileSize(int width) { return {width, width * 3 / 4 + 34}; }
    SampleTileDelegate(Thumbnails &thumbnails, LabelOf labelOf, QObject *parent);
    // How much of that sound was played, 0…1; less than 0: it is not the one that plays.
    void setPlayed(std::function<double(const QString &file)> played) { m_played = std::move(played); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBadges(QPainter &painter, const QRect &picture, const QModelIndex &index) const;
    void paintSound(QPainter &painter, const QRect &picture, const QModelIndex &index, int chipHeight) const;

    Thumbnails &m_thumbnails;
    LabelOf m_labelOf;
    std::function<double(const QString &)> m_played;
    mutable TextCards m_cards;
};

}  // namespace widgets
