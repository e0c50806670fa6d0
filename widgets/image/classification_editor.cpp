#include "widgets/image/classification_editor.h"
#include "widgets/image/picture_acts.h"
#include "widgets/image/picture_canvas.h"
#include "widgets/label_chips.h"
#include <QEvent>
#include <QVBoxLayout>

namespace widgets {

ClassificationEditor::ClassificationEditor(MediaService &media, QWidget *parent)
    : ClassifyingEditor(parent),
      m_canvas(new PictureCanvas(media, this))
{
    column().addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    retranslate();
    connect(m_canvas, &Canvas::viewChanged, this, &ClassificationEditor::statusChanged);
    connect(m_canvas, &PictureCanvas::settled, this, &ClassificationEditor::settled);
    connect(m_canvas, &PictureCanvas::sizeFound, this, [this] {
        if (const core::SampleContent *shown = content())
            emit mediaFound(shown->sample.id, mediaInfo(*m_canvas, shown->sample.media));
        emit statusChanged();
    });
    connect(m_canvas, &PictureCanvas::failed, this, [this](const core::Error &error) {
        if (const core::SampleContent *shown = content())
            emit mediaFound(shown->sample.id, mediaInfo(error, shown->sample.media));
    });
}

void ClassificationEditor::retranslate()
{
    setAccessibleName(tr("Image classification"));
    m_canvas->setAccessibleName(tr("Picture"));
    chips().setAccessibleName(tr("Labels of this picture"));
}

void ClassificationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ClassifyingEditor::changeEvent(event);
}

void ClassificationEditor::showSample(const EditorContent &content)
{
    widgets::showSample(*m_canvas, content);
}

void ClassificationEditor::showNothing()
{
    m_canvas->showNothing();
}

void ClassificationEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_canvas->prefetch(texts(neighbours));
}

bool ClassificationEditor::act(const QByteArray &id)
{
    return actOnPicture(*m_canvas, id);
}

QStringList ClassificationEditor::statusTexts() const
{
    QStringList all{zoomText(*m_canvas), pictureSizeText(*m_canvas)};
    all.removeAll(QString());
    return all;
}

bool ClassificationEditor::isSettled() const
{
    return !content() || m_canvas->isSettled();
}

QByteArray ClassificationEditor::saveView() const
{
    return m_canvas->saveView();
}

void ClassificationEditor::restoreView(const QByteArray &saved)
{
    m_canvas->restoreView(saved);
}

}  // namespace widgets
