#include "widgets/lists/preview_popup.h"
#include "widgets/messages.h"
#include "widgets/text/text_view.h"
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

PreviewPopup::PreviewPopup(MediaService &media, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_media(media),
      m_picture(new QLabel(this)),
      m_name(new QLabel(this)),
      m_text(new TextView(this))
{
    setProperty("popover", true);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setTextFormat(Qt::PlainText);
    m_picture->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    m_text->setCaretShown(false);
    m_text->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_picture, 1);
    column->addWidget(m_text, 1);
    column->addWidget(m_name);
}

void PreviewPopup::show(const QString &file, const QString &name)
{
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const QSize room(screen.width() * 6 / 10, screen.height() * 7 / 10);
    m_text->hide();
    m_picture->show();
    m_picture->clear();
    m_picture->setText(file.isEmpty() ? tr("The file cannot be found") : tr("Loading…"));
    if (!file.isEmpty()) {
        const QSize pixels = (room - QSize(24, 60)) * devicePixelRatioF();
        m_ticket = m_media.image({file, pixels, {}}, Urgency::Visible, [this](const core::Result<Picture> &picture) {
            if (!picture) {
                m_picture->setText(sentence(picture.error()));
                return;
            }
            QPixmap pixmap = QPixmap::fromImage(picture->image);
            pixmap.setDevicePixelRatio(devicePixelRatioF());
            m_picture->setPixmap(pixmap);
        });
    }
    open(room, name);
}

void PreviewPopup::showText(const QString &name)
{
    const QRect screen = parentWidget()->screen()->availableGeometry();
    m_picture->hide();
    m_text->setText({});
    m_text->show();
    open({std::min(screen.width() * 6 / 10, 860), screen.height() / 2}, name);
}

void PreviewPopup::setText(const core::SharedText &text)
{
    m_text->setText(text);
}

void PreviewPopup::open(const QSize &room, const QString &name)
{
    const QRect screen = parentWidget()->screen()->availableGeometry();
    QRect frame({}, room);
    frame.moveCenter(parentWidget()->window()->geometry().center());
    frame.moveLeft(std::clamp(frame.left(), screen.left(), screen.right() - frame.width()));
    frame.moveTop(std::clamp(frame.top(), screen.top(), screen.bottom() - frame.height()));
    setGeometry(frame);
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    QFrame::show();
}

void PreviewPopup::keyPressEvent(QKeyEvent *event)
{
    constexpr int scrolling[] = {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End};
    if (!m_text->isHidden() && std::ranges::find(scrolling, event->key()) != std::end(scrolling))
        QCoreApplication::sendEvent(m_text, event);
    else
        hide();
}

void PreviewPopup::mousePressEvent(QMouseEvent *)
{
    hide();
}

void PreviewPopup::hideEvent(QHideEvent *event)
{
    m_ticket.reset();
    QFrame::hideEvent(event);
}

}  // namespace widgets
