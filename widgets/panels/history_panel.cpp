#include "widgets/panels/history_panel.h"
#include "widgets/messages.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/history_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QDateTime>
#include <QEvent>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace widgets {

void HistoryModel::setHistory(const std::vector<core::HistoryEntry> &newestFirst)
{
    beginResetModel();
    m_entries = newestFirst;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_entries.empty() ? 0 : int(m_entries.size()) + 1;
}

int HistoryModel::nowRow() const
{
    const auto done = std::ranges::find(m_entries, false, &core::HistoryEntry::undone);
    return int(done - m_entries.begin());
}

int HistoryModel::stepsTo(int row) const
{
    return nowRow() - row;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const bool oldest = index.row() == int(m_entries.size());
    if (role == UndoneRole)
        return index.row() < nowRow();
    if (role == NowRole)
        return index.row() == nowRow();
    if (oldest)
        return role == Qt::DisplayRole ? QVariant(tr("Before these steps")) : QVariant();
    const core::HistoryEntry &entry = m_entries[std::size_t(index.row())];
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(entry.created);
    switch (role) {
    case Qt::DisplayRole: return editTitle(entry.name);
    case ChangesRole: return qlonglong(entry.changes);
    case TimeRole:
        return when.date() == QDate::currentDate() ? QLocale().toString(when.time(), QStringLiteral("HH:mm:ss"))
                                                   : QLocale().toString(when, QLocale::ShortFormat);
    case Qt::ToolTipRole:
        return tr("%1, %2, %n changes", nullptr, int(entry.changes))
            .arg(toQString(entry.author), QLocale().toString(when, QLocale::LongFormat))
            .toHtmlEscaped();
    default: return {};
    }
}

namespace {

class HistoryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect line = option.rect.adjusted(4, 1, -4, -1);
        const bool now = index.data(HistoryModel::NowRole).toBool();
        if (now || option.state & QStyle::State_MouseOver) {
            QColor fill = now ? accentColor() : option.palette.color(QPalette::WindowText);
            fill.setAlpha(now ? 48 : 14);
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            painter->drawRoundedRect(line, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(accentColor(), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), 6, 6);
        }
        const bool undone = index.data(HistoryModel::UndoneRole).toBool();
        QRect text = line.adjusted(10, 0, -10, 0);
        painter->setPen(secondaryColor());
        const QString time = index.data(HistoryModel::TimeRole).toString();
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, time);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(time) - 8);
        QString title = index.data().toString();
        if (const auto changes = index.data(HistoryModel::ChangesRole).toLongLong(); changes > 1)
            title += QStringLiteral("  ×%1").arg(QLocale().toString(changes));
        QFont font = option.font;
        font.setItalic(undone);
        painter->setFont(font);
        painter->setPen(undone ? secondaryColor() : option.palette.color(QPalette::Text));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 11};
    }
};

}  // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent),
      m_view(new QListView(this)),
      m_empty(new EmptyState(this)),
      m_model(new HistoryModel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HistoryDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    const auto go = [this](const QModelIndex &index) {
        if (const int steps = m_model->stepsTo(index.row()))
            emit stepsWanted(steps);
    };
    connect(m_view, &QListView::clicked, this, go);
    connect(m_view, &QListView::activated, this, go);
    setHistory({});
    retranslate();
}

void HistoryPanel::setHistory(const std::vector<core::HistoryEntry> &newestFirst)
{
    m_model->setHistory(newestFirst);
    m_view->setVisible(!newestFirst.empty());
    m_empty->setVisible(newestFirst.empty());
    if (!newestFirst.empty())
        m_view->setCurrentIndex(m_model->index(m_model->nowRow()));
}

void HistoryPanel::retranslate()
{
    m_view->setAccessibleName(tr("History"));
    m_empty->setText("history", tr("Nothing done yet"), tr("Each step appears here and can be undone, also later."));
    m_view->viewport()->update();
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
