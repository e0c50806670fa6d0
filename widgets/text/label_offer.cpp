#include "widgets/text/label_offer.h"
#include "widgets/panels/swatch.h"
#include "widgets/theme.h"
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int digits = 10;

int digitOf(const QKeyEvent &key)  // -1: none
{
    if (key.modifiers() & ~Qt::KeypadModifier || key.key() < Qt::Key_0 || key.key() > Qt::Key_9)
        return -1;
    return (key.key() - Qt::Key_0 + digits - 1) % digits;
}

}  // namespace

LabelOffer::LabelOffer(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    setProperty("popover", true);
    setCursor(Qt::ArrowCursor);
    m_rows->setContentsMargins(5, 5, 5, 5);
    m_rows->setSpacing(1);
    hide();
}

void LabelOffer::offer(const TextMarks &marks, const std::vector<core::LabelId> &labels, QPointF at)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_labels = labels;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelLook &look = marks.look(labels[i]);
        auto *button = new QToolButton(this);
        const QString number = i < digits ? QString::number((i + 1) % digits) : QStringLiteral(" ");
        QString name = look.name;
        button->setText(QStringLiteral("%1   %2").arg(number, name.replace(QLatin1Char('&'), QLatin1String("&&"))));
        button->setIcon(swatch(toRgb(look.color)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, label = labels[i]] { emit chosen(label); });
        m_rows->addWidget(button);
        m_buttons.push_back(button);
    }
    mark(0);
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4 - width(), -4 - height());
    move(std::clamp(int(at.x()) + 8, room.left(), std::max(room.left(), room.right())),
         std::clamp(int(at.y()) + 12, room.top(), std::max(room.top(), room.bottom())));
    show();
    raise();
}

void LabelOffer::mark(int row)
{
    m_marked = row;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(int(i) == row);
}

bool LabelOffer::wants(const QKeyEvent &key)
{
    return digitOf(key) >= 0 || key.key() == Qt::Key_Up || key.key() == Qt::Key_Down || key.key() == Qt::Key_Return
           || key.key() == Qt::Key_Enter;
}

bool LabelOffer::press(const QKeyEvent &key)
{
    if (!wants(key))
        return false;
    const int count = int(m_labels.size());
    if (const int digit = digitOf(key); digit >= 0) {
        if (digit < count)
            emit chosen(m_labels[std::size_t(digit)]);
    } else if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
        mark((m_marked + (key.key() == Qt::Key_Down ? 1 : count - 1)) % count);
    } else {
        emit chosen(m_labels[std::size_t(m_marked)]);
    }
    return true;
}

}  // namespace widgets
