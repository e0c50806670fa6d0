#include "widgets/image/adjust_panel.h"
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace widgets {

namespace {

constexpr double gammaSteps = 50;  // slider steps per factor of e

}  // namespace

AdjustPanel::AdjustPanel(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    m_title = new QLabel;
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    grid->addWidget(m_title, 0, 0, 1, 3);
    m_low = addRow(grid);
    m_high = addRow(grid);
    m_brightness = addRow(grid);
    m_contrast = addRow(grid);
    m_gamma = addRow(grid);
    m_brightness.slider->setRange(-100, 100);
    m_contrast.slider->setRange(-100, 100);
    m_gamma.slider->setRange(-int(gammaSteps * 1.6), int(gammaSteps * 1.6));
    m_auto = new QPushButton;
    m_reset = new QPushButton;
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_auto);
    buttons->addWidget(m_reset);
    grid->addLayout(buttons, grid->rowCount(), 0, 1, 3);
    connect(m_auto, &QPushButton::clicked, this, &AdjustPanel::autoWanted);
    connect(m_reset, &QPushButton::clicked, this, &AdjustPanel::resetWanted);
    retranslate();
}

AdjustPanel::Row AdjustPanel::addRow(QGridLayout *grid)
{
    const int row = grid->rowCount();
    Row made{new QLabel, new QLabel, new QSlider(Qt::Horizontal)};
    made.slider->setMinimumWidth(160);
    made.value->setMinimumWidth(fontMetrics().horizontalAdvance("65535 "));
    made.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    made.name->setBuddy(made.slider);
    grid->addWidget(made.name, row, 0);
    grid->addWidget(made.slider, row, 1);
    grid->addWidget(made.value, row, 2);
    connect(made.slider, &QSlider::valueChanged, this, &AdjustPanel::take);
    return made;
}

void AdjustPanel::retranslate()
{
    m_title->setText(tr("View"));
    m_title->setToolTip(tr("Only what is shown changes, never the file"));
    const std::pair<Row *, QString> names[] = {{&m_low, tr("Black at")},
                                               {&m_high, tr("White at")},
                                               {&m_brightness, tr("Brightness")},
                                               {&m_contrast, tr("Contrast")},
                                               {&m_gamma, tr("Gamma")}};
    for (const auto &[row, name] : names) {
        row->name->setText(name);
        row->slider->setAccessibleName(name);
    }
    m_auto->setText(tr("Auto"));
    m_reset->setText(tr("Reset"));
}

void AdjustPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void AdjustPanel::show(const Adjustments &adjustments, bool deep)
{
    m_adjustments = adjustments;
    m_deep = deep;
    const auto set = [](QSlider *slider, int value) {
        const QSignalBlocker quiet(slider);
        slider->setValue(value);
    };
    for (QSlider *slider : {m_low.slider, m_high.slider}) {
        const QSignalBlocker quiet(slider);
        slider->setRange(0, brightest(deep));
        slider->setPageStep(brightest(deep) / 16);
    }
    set(m_low.slider, adjustments.low);
    set(m_high.slider, adjustments.high);
    set(m_brightness.slider, adjustments.brightness);
    set(m_contrast.slider, adjustments.contrast);
    set(m_gamma.slider, int(std::lround(std::log(adjustments.gamma) * gammaSteps)));
    showValues();
}

void AdjustPanel::showValues()
{
    m_low.value->setText(QString::number(m_adjustments.low));
    m_high.value->setText(QString::number(m_adjustments.high));
    m_brightness.value->setText(QString::number(m_adjustments.brightness));
    m_contrast.value->setText(QString::number(m_adjustments.contrast));
    m_gamma.value->setText(QString::number(m_adjustments.gamma, 'f', 2));
}

void AdjustPanel::take()
{
    m_adjustments = {std::min(m_low.slider->value(), brightest(m_deep) - 1),
                     std::max(m_high.slider->value(), m_low.slider->value() + 1), m_brightness.slider->value(),
                     m_contrast.slider->value(), std::exp(m_gamma.slider->value() / gammaSteps)};
    showValues();
    emit changed(m_adjustments);
}

}  // namespace widgets
