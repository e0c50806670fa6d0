// A large look at one sample, over everything; any key or click beside it closes it; the keys that scroll do so in a
// text.
#pragma once
#include "core/shared_text.h"
#include "widgets/media_service.h"
#include <QFrame>
#include <memory>

class QLabel;

namespace widgets {

class TextView;

class PreviewPopup : public QFrame {
    Q_OBJECT
public:
    PreviewPopup(MediaService &media, QWidget *parent);

    void show(const QString &file, const QString &name);
    void showText(const QString &name);  // empty until setText()
    void setText(const core::SharedText &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void open(const QSize &room, const QString &name);

    MediaService &m_media;
    QLabel *m_picture, *m_name;
    TextView *m_text;
    std::unique_ptr<Ticket> m_ticket;
};

}  // namespace widgets
