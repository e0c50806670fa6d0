#include "widgets/image/convert_panel.h"
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace widgets {

namespace {

constexpr double firstTolerance = 1, mostTolerance = 50;

}  // namespace

ConvertPanel::ConvertPanel(QWidget *parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_name(new QLabel),
      m_loss(new QLabel),
      m_tolerance(new QDoubleSpinBox),
      m_convert(new QPushButton),
      m_cancel(new QPushButton)
{
    setObjectName("convert");
    m_loss->setObjectName("loss");
    m_convert->setObjectName("agree");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_loss->setTextFormat(Qt::PlainText);
    m_tolerance->setRange(0, mostTolerance);
    m_tolerance->setSingleStep(0.5);
    m_tolerance->setDecimals(1);
    m_tolerance->setValue(firstTolerance);
    m_name->setBuddy(m_tolerance);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_tolerance, 1, 1);
    grid->addWidget(m_loss, 2, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_convert);
    grid->addLayout(buttons, 3, 0, 1, 2);
    m_convert->setDefault(true);
    connect(m_tolerance, &QDoubleSpinBox::valueChanged, this, &ConvertPanel::measure);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_convert, &QPushButton::clicked, this, [this] {
        hide();
        emit agreed(m_try(m_tolerance->value()).edit);
    });
    retranslate();
    hide();
}

void ConvertPanel::ask(const QString &title, bool withTolerance, Try attempt)
{
    m_try = std::move(attempt);
    m_title->setText(title);
    m_name->setVisible(withTolerance);
    m_tolerance->setVisible(withTolerance);
    measure();
    show();
    raise();
    (withTolerance ? static_cast<QWidget *>(m_tolerance) : m_convert)->setFocus();
}

void ConvertPanel::measure()
{
    if (!m_try)
        return;
    const core::Conversion made = m_try(m_tolerance->value());
    const bool any = !core::isNothing(made.edit);
    const QLocale locale;
    const auto pixels = [&locale](double count) { return locale.toString(count, 'f', 0); };
    m_loss->setText(!any ? tr("Nothing here can be converted.")
                    : made.loss == core::ConversionLoss{}
                        ? tr("Nothing is lost.")
                        : tr("%1 px are lost, %2 px are added.").arg(pixels(made.loss.lost), pixels(made.loss.gained)));
    m_convert->setEnabled(any);
    adjustSize();
    emit resized();
}

void ConvertPanel::retranslate()
{
    m_name->setText(tr("Tolerance"));
    m_tolerance->setAccessibleName(tr("Tolerance"));
    m_tolerance->setToolTip(tr("How far, in pixels, the outline may lie from the edge of the mask"));
    m_tolerance->setSuffix(tr(" px"));
    m_convert->setText(tr("Convert"));
    m_cancel->setText(tr("Cancel"));
}

void ConvertPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ConvertPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_convert->isEnabled())
        m_convert->click();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace widgets
