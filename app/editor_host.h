// Keeps the editor of the job's kind and the session in step.
#pragma once
#include "app/session.h"
#include "widgets/editor_view.h"
#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace widgets {
class MediaService;
}

namespace app {

class EditorHost : public QWidget {
    Q_OBJECT
public:
    EditorHost(Session &session, widgets::MediaService &media, QWidget *parent = nullptr);

    widgets::EditorView *view() const;  // null: this kind has no editor
    bool isDrawing() const;             // objects are drawn here, labels are not of the whole sample
    core::MediaInfo media() const;      // of the current sample, as stored or as learnt by decoding
    bool act(const QByteArray &id);     // tool.*, and what the editor knows; false: not mine
    void setWheelZooms(bool zooms);
    void setPlaybackHabits(const widgets::PlaybackHabits &habits);

signals:
    void viewChanged();              // another editor
    void toolChanged();              // another tool is armed
    void statusChanged();            // zoom, position
    void told(const QString &note);  // by the editor: why nothing happened

private:
    void setJob();
    void makeView(core::JobKind kind);
    void showContent();
    void showSelection();
    void learn(core::SampleId sample, const core::MediaInfo &info);
    bool arm(const QByteArray &tool);

    Session &m_session;
    widgets::MediaService &m_media;
    QStackedLayout *m_layout;
    QWidget *m_none;
    QPointer<widgets::EditorView> m_view;
    std::optional<core::JobKind> m_kind;
    core::JobId m_job;
    QByteArray m_lastShape;  // to go back to from selecting
    std::pair<core::SampleId, core::MediaInfo> m_learnt;
    widgets::PlaybackHabits m_habits;
    core::SampleId m_shown;
    bool m_wheelZooms = true, m_restored = false;
};

}  // namespace app
