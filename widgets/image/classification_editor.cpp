#include "widgets/image/classification_editor.h"
#include "core/labelling.h"
#include "widgets/image/label_chips.h"
#include "widgets/image/picture_acts.h"
#include "widgets/image/picture_canvas.h"
#include <QEvent>
#include <QVBoxLayout>

namespace widgets {

ClassificationEditor::ClassificationEditor(MediaService &media, QWidget *parent)
    : EditorView(parent),
      m_canvas(new PictureCanvas(media, this)),
      m_chips(new LabelChips(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chips);
    layout->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    retranslate();
    connect(m_chips, &LabelChips::removeWanted, this, &ClassificationEditor::remove);
    connect(m_canvas, &Canvas::viewChanged, this, &ClassificationEditor::statusChanged);
    connect(m_canvas, &PictureCanvas::settled, this, &ClassificationEditor::settled);
    connect(m_canvas, &PictureCanvas::sizeFound, this, [this] {
        if (m_content)
            emit mediaFound(m_content->sample.id, mediaInfo(*m_canvas, m_content->sample.media));
        emit statusChanged();
    });
    connect(m_canvas, &PictureCanvas::failed, this, [this](const core::Error &error) {
        if (m_content)
            emit mediaFound(m_content->sample.id, mediaInfo(error, m_content->sample.media));
    });
}

void ClassificationEditor::retranslate()
{
    setAccessibleName(tr("Image classification"));
    m_canvas->setAccessibleName(tr("Picture"));
    m_chips->setAccessibleName(tr("Labels of this picture"));
}

void ClassificationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EditorView::changeEvent(event);
}

void ClassificationEditor::setContent(const EditorContent &content)
{
    m_content = content.sample;
    m_chips->show(m_content.get(), *content.labels);
    showSample(*m_canvas, content);
}

void ClassificationEditor::clear()
{
    m_content.reset();
    m_chips->show(nullptr, {});
    m_canvas->showNothing();
}

void ClassificationEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_canvas->prefetch(texts(neighbours));
}

void ClassificationEditor::remove(core::LabelId label)
{
    if (!m_content)
        return;
    const core::Edit edit = core::removeLabel(std::span(m_content.get(), 1), label);
    if (!core::isNothing(edit))
        emit editProposed(edit);
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
    return !m_content || m_canvas->isSettled();
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
