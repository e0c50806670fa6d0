// A large look at one sample, over everything; any key or click closes it.
#pragma once
#include "widgets/media_service.h"
#include <QFrame>
#include <memory>

class QLabel;

namespace widgets {

class PreviewPopup : public QFrame {
    Q_OBJECT
public:
    PreviewPopup(MediaService &media, QWidget *parent);

    void show(const QString &file, const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    MediaService &m_media;
    QLabel *m_picture, *m_name;
    std::unique_ptr<Ticket> m_ticket;
};

}  // namespace widgets
