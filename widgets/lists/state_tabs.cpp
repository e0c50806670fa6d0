#include "widgets/lists/state_tabs.h"
#include "widgets/messages.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>

namespace widgets {

namespace {

constexpr std::optional<core::State> States[] = {std::nullopt, core::State::Unlabeled, core::State::Labeled,
                                                 core::State::ToConfirm};

std::int64_t countOf(const core::StateCounts &counts, std::optional<core::State> state)
{
    if (!state)
        return counts.all;
    switch (*state) {
    case core::State::Unlabeled: return counts.unlabeled;
    case core::State::ToConfirm: return counts.toConfirm;
    case core::State::Labeled: return counts.labeled;
    }
    return 0;
}

}  // namespace

StateTabs::StateTabs(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(false);  // all four in sight, however narrow the dock was
    for (std::size_t i = 0; i < std::size(States); ++i)
        addTab(QString());
    retranslate();
    connect(this, &QTabBar::currentChanged, this, [this](int tab) { emit stateChosen(States[tab]); });
}

void StateTabs::setCounts(const core::StateCounts &counts)
{
    m_counts = counts;
    retranslate();
}

void StateTabs::setState(std::optional<core::State> wanted)
{
    const QSignalBlocker quiet(this);
    for (int tab = 0; tab < count(); ++tab)
        if (States[tab] == wanted)
            setCurrentIndex(tab);
}

std::optional<core::State> StateTabs::state() const
{
    return States[std::max(0, currentIndex())];
}

QFont StateTabs::numberFont() const
{
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize StateTabs::tabSizeHint(int tab) const
{
    const int title = fontMetrics().horizontalAdvance(tabText(tab));
    const int number = QFontMetrics(numberFont()).horizontalAdvance(tabData(tab).toString());
    return {std::max(title, number) + 18, 2 * fontMetrics().height() + 14};
}

void StateTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
    for (int tab = 0; tab < count(); ++tab) {
        const QRect rect = tabRect(tab);
        const bool current = tab == currentIndex();
        const bool hovered = rect.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        if (current && hasFocus()) {
            painter.setPen(accentColor());
            painter.drawRect(rect.adjusted(2, 2, -3, -5));
        }
        painter.setFont(font());
        painter.setPen(current || hovered ? palette().color(QPalette::WindowText) : secondaryColor());
        painter.drawText(rect.adjusted(0, 4, 0, 0), Qt::AlignHCenter | Qt::AlignTop, tabText(tab));
        painter.setFont(numberFont());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect.adjusted(0, 0, 0, -6), Qt::AlignHCenter | Qt::AlignBottom, tabData(tab).toString());
        if (current)
            painter.fillRect(QRect(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2), accentColor());
    }
}

void StateTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabBar::changeEvent(event);
}

void StateTabs::retranslate()
{
    setAccessibleName(tr("Samples by state"));
    for (int tab = 0; tab < count(); ++tab) {
        const QString title = States[tab] ? stateText(*States[tab]) : tr("All");
        const QString number = QLocale().toString(countOf(m_counts, States[tab]));
        setTabText(tab, title);
        setTabData(tab, number);
        setTabToolTip(tab, tr("%1: %2 samples").arg(title, number));
    }
}

core::Filter narrowed(const core::Filter &filter, std::optional<core::State> state)
{
    if (!state)
        return filter;
    const core::Filter inState{core::InState{*state}};
    if (std::holds_alternative<core::Everything>(filter.node))
        return inState;
    return {core::AllOf{{filter, inState}}};
}

}  // namespace widgets
