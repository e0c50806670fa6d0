#include "widgets/image/picture_acts.h"
#include "widgets/image/picture_canvas.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace widgets {

namespace {

constexpr double zoomStep = 1.25;

}  // namespace

bool actOnPicture(PictureCanvas &canvas, const QByteArray &id)
{
    const QPointF middle = QRectF(canvas.rect()).center();
    if (id == "view.fit")
        canvas.fit();
    else if (id == "view.actual-size")
        canvas.actualSize();
    else if (id == "view.zoom-in")
        canvas.zoomBy(zoomStep, middle);
    else if (id == "view.zoom-out")
        canvas.zoomBy(1 / zoomStep, middle);
    else if (id == "view.wheel-zooms" || id == "view.wheel-scrolls")
        canvas.setWheelZooms(id == "view.wheel-zooms");
    else
        return false;
    return true;
}

QString zoomText(const PictureCanvas &canvas)
{
    return canvas.sceneSize().isEmpty()
               ? QString()
               : QString("%1 %").arg(canvas.view().scale * canvas.devicePixelRatioF() * 100, 0, 'f', 0);
}

QString pictureSizeText(const PictureCanvas &canvas)
{
    const QSize size = canvas.picture().fullSize();
    return size.isEmpty() ? QString() : QString("%1 × %2").arg(size.width()).arg(size.height());
}

core::MediaInfo mediaInfo(const PictureCanvas &canvas, const core::MediaInfo &known)
{
    core::MediaInfo info = known;
    const QSize size = canvas.picture().fullSize();
    info.state = core::MediaState::Present;
    info.bytes = QFileInfo(canvas.picture().file()).size();
    info.width = size.width();
    info.height = size.height();
    if (info.channels == 0)
        info.channels = canvas.picture().isDeep() ? 1 : canvas.picture().overview().hasAlphaChannel() ? 4 : 3;
    return info;
}

core::MediaInfo mediaInfo(const core::Error &error, const core::MediaInfo &known)
{
    core::MediaInfo info = known;
    info.state = error.code == core::Code::NotFound ? core::MediaState::Missing : core::MediaState::Broken;
    return info;
}

void showSample(PictureCanvas &canvas, const EditorContent &content)
{
    const core::Sample &sample = content.sample->sample;
    const QString missing =
        QCoreApplication::translate("PictureCanvas",
                                    "The picture cannot be found:\n%1\nIts labels are kept. Map its folder to show it.")
            .arg(toQString(sample.uri));
    canvas.showFile(pathText(content.media), QSize(sample.media.width, sample.media.height), missing);
}

QStringList texts(const std::vector<std::filesystem::path> &paths)
{
    QStringList list;
    for (const std::filesystem::path &path : paths)
        list.append(pathText(path));
    return list;
}

}  // namespace widgets
