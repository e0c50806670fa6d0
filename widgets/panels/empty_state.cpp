#include "widgets/panels/empty_state.h"
#include "widgets/theme.h"
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

// Paints the icon itself, so that it follows the theme.
class StatePicture : public QLabel {
public:
    using QLabel::QLabel;
    QIcon shown;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setOpacity(0.55);
        shown.paint(&painter, rect());
    }
};

QLabel *centred(QWidget *parent, const char *property)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setProperty(property, true);
    return label;
}

constexpr int heightWithPicture = 130;

}  // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_picture(new StatePicture(this)),
      m_title(centred(this, "heading")),
      m_text(centred(this, "secondary")),
      m_button(new QPushButton(this))
{
    m_picture->setFixedSize(36, 36);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setText(const char *iconName, const QString &title, const QString &text, const QString &button)
{
    static_cast<StatePicture *>(m_picture)->shown = icon(iconName);
    m_picture->update();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(height() >= heightWithPicture);  // the words matter more
}

}  // namespace widgets
