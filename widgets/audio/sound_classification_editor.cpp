#include "widgets/audio/sound_classification_editor.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/label_chips.h"
#include <QEvent>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace widgets {

SoundClassificationEditor::SoundClassificationEditor(MediaService &media, QWidget *parent)
    : ClassifyingEditor(parent),
      m_pane(new SoundPane(media, this))
{
    column().addWidget(m_pane, 1);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_pane, &SoundPane::statusChanged, this, &SoundClassificationEditor::statusChanged);
    connect(m_pane, &SoundPane::settled, this, &SoundClassificationEditor::settled);
    connect(m_pane, &SoundPane::mediaFound, this, &SoundClassificationEditor::mediaFound);
    connect(m_pane, &SoundPane::told, this, &SoundClassificationEditor::told);
    retranslate();
}

void SoundClassificationEditor::retranslate()
{
    setAccessibleName(tr("Sound classification"));
    chips().setAccessibleName(tr("Labels of this sound"));
}

void SoundClassificationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ClassifyingEditor::changeEvent(event);
}

void SoundClassificationEditor::showSample(const EditorContent &content)
{
    m_pane->showSample(content, m_habits.playsOnOpening);
}

void SoundClassificationEditor::showNothing()
{
    m_pane->showNothing();
}

void SoundClassificationEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_pane->playback().prefetch(neighbours);
}

bool SoundClassificationEditor::act(const QByteArray &id)
{
    return m_pane->act(id);
}

QList<QByteArray> SoundClassificationEditor::acts() const
{
    return SoundPane::acts();
}

QStringList SoundClassificationEditor::statusTexts() const
{
    return m_pane->statusTexts();
}

bool SoundClassificationEditor::isSettled() const
{
    return m_pane->isSettled();
}

QByteArray SoundClassificationEditor::saveView() const
{
    return m_pane->saveView();
}

void SoundClassificationEditor::restoreView(const QByteArray &saved)
{
    m_pane->restoreView(saved);
}

void SoundClassificationEditor::setPlaybackHabits(const PlaybackHabits &habits)
{
    m_habits = habits;
}

QByteArray SoundClassificationEditor::saveOptions() const
{
    return QJsonDocument(m_pane->options()).toJson(QJsonDocument::Compact);
}

void SoundClassificationEditor::restoreOptions(const QByteArray &saved)
{
    m_pane->setOptions(QJsonDocument::fromJson(saved).object());
}

}  // namespace widgets
