#include "widgets/image/mask_bar.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QWidgetAction>

namespace widgets {

namespace {

constexpr int sliderWidth = 84;

void setQuietly(auto *control, auto value)
{
    const QSignalBlocker quiet(control);
    control->setValue(value);
}

QFrame *separator()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setProperty("secondary", true);
    return line;
}

}  // namespace

template <class Spin, class Set>
Spin *MaskBar::addSpin(QLabel *name, double least, double most, Set set)
{
    auto *spin = new Spin;
    spin->setRange(static_cast<decltype(spin->value())>(least), static_cast<decltype(spin->value())>(most));
    spin->setFocusPolicy(Qt::ClickFocus);
    name->setBuddy(spin);
    connect(spin, &Spin::valueChanged, this, [this, set](auto value) {
        MaskOptions options = m_options;
        set(options, value);
        take(options);
    });
    return spin;
}

QToolButton *MaskBar::addToggle(const char *iconName, bool MaskLook::*which)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::toggled, this, [this, which](bool on) {
        MaskOptions options = m_options;
        options.look.*which = on;
        take(options);
    });
    return button;
}

MaskBar::MaskBar(QWidget *parent)
    : QWidget(parent),
      m_sizeName(new QLabel),
      m_toleranceName(new QLabel),
      m_opacityName(new QLabel),
      m_specksName(new QLabel),
      m_radiusName(new QLabel),
      m_hint(new QLabel),
      m_opacity(new QSlider(Qt::Horizontal)),
      m_outlines(addToggle("square-dashed", &MaskLook::outlines)),
      m_overlaps(addToggle("layers-2", &MaskLook::overlaps)),
      m_gaps(addToggle("circle-dashed", &MaskLook::gaps)),
      m_amounts(new QToolButton)
{
    m_size = addSpin<QDoubleSpinBox>(m_sizeName, 2 * leastBrush, 2 * mostBrush,
                                     [](MaskOptions &o, double value) { o.brushRadius = value / 2; });
    m_size->setDecimals(0);
    m_tolerance = addSpin<QSpinBox>(m_toleranceName, 0, 255, [](MaskOptions &o, int value) { o.tolerance = value; });
    m_opacity->setRange(0, 100);
    m_opacity->setFixedWidth(sliderWidth);
    m_opacity->setFocusPolicy(Qt::TabFocus);
    m_opacityName->setBuddy(m_opacity);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        MaskOptions options = m_options;
        options.look.opacity = value;
        take(options);
    });
    m_amounts->setIcon(icon("sliders-horizontal"));
    m_amounts->setAutoRaise(true);
    m_amounts->setPopupMode(QToolButton::InstantPopup);
    m_amounts->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_amounts);
    auto *amounts = new QWidgetAction(menu);
    amounts->setDefaultWidget(makeAmounts());
    menu->addAction(amounts);
    m_amounts->setMenu(menu);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setProperty("secondary", true);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 10, 3);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_sizeName, m_size, m_toleranceName, m_tolerance, separator(), m_opacityName,
                                          m_opacity, m_outlines, m_overlaps, m_gaps, separator(), m_amounts})
        row->addWidget(each);
    row->addWidget(m_hint, 1);
    setOptions({});
    setTool("select");
    retranslate();
}

QWidget *MaskBar::makeAmounts()
{
    auto *widget = new QWidget;
    m_specks = addSpin<QSpinBox>(m_specksName, 1, 1'000'000, [](MaskOptions &o, int value) { o.specks = value; });
    m_radius = addSpin<QSpinBox>(m_radiusName, 1, 200, [](MaskOptions &o, int value) { o.radius = value; });
    auto *form = new QFormLayout(widget);
    form->addRow(m_specksName, m_specks);
    form->addRow(m_radiusName, m_radius);
    return widget;
}

void MaskBar::take(const MaskOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    emit changed(m_options);
}

void MaskBar::setOptions(const MaskOptions &options)
{
    m_options = options;
    setQuietly(m_size, options.brushRadius * 2);
    setQuietly(m_tolerance, options.tolerance);
    setQuietly(m_opacity, options.look.opacity);
    setQuietly(m_specks, options.specks);
    setQuietly(m_radius, options.radius);
    for (const auto &[button, on] :
         {std::pair(m_outlines, options.look.outlines), std::pair(m_overlaps, options.look.overlaps),
          std::pair(m_gaps, options.look.gaps)}) {
        const QSignalBlocker quiet(button);
        button->setChecked(on);
    }
}

void MaskBar::setTool(const QByteArray &id)
{
    const bool paints = id == "brush" || id == "eraser", fills = id == "fill";
    for (QWidget *each : std::initializer_list<QWidget *>{m_sizeName, m_size})
        each->setEnabled(paints);
    for (QWidget *each : std::initializer_list<QWidget *>{m_toleranceName, m_tolerance})
        each->setEnabled(fills);
}

void MaskBar::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setToolTip(hint);
}

void MaskBar::retranslate()
{
    const std::tuple<QLabel *, QWidget *, QString, QString> named[] = {
        {m_sizeName, m_size, tr("Size"), tr("Diameter of the brush. [ and ], or Ctrl and the wheel")},
        {m_toleranceName, m_tolerance, tr("Tolerance"),
         tr("How much colours may differ within a fill. Drag to change")},
        {m_opacityName, m_opacity, tr("Opacity"), tr("How much masks cover the picture")},
        {m_specksName, m_specks, tr("Drop specks below"), tr("Islands with fewer pixels are dropped")},
        {m_radiusName, m_radius, tr("Grow, shrink, smooth by"), tr("By how many pixels")}};
    for (const auto &[name, control, text, tip] : named) {
        name->setText(text);
        control->setAccessibleName(text);
        control->setToolTip(tip);
    }
    for (QAbstractSpinBox *each : std::initializer_list<QAbstractSpinBox *>{m_specks, m_radius})
        static_cast<QSpinBox *>(each)->setSuffix(tr(" px"));
    m_size->setSuffix(tr(" px"));
    const std::pair<QToolButton *, QString> buttons[] = {{m_outlines, tr("Outlines only")},
                                                         {m_overlaps, tr("Show where masks overlap")},
                                                         {m_gaps, tr("Show where nothing is labeled")},
                                                         {m_amounts, tr("Amounts for the acts on masks")}};
    for (const auto &[button, text] : buttons) {
        button->setAccessibleName(text);
        button->setToolTip(text);
    }
}

void MaskBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
