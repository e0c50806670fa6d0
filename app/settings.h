// What the user prefers, kept between starts: not part of any project.
#pragma once
#include "widgets/editor_view.h"
#include "widgets/theme.h"
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QSettings>
#include <filesystem>

namespace app {

enum class Language { System, English, Chinese };
enum class KeyProfile { Desktop, Cvat, ModelArts };
enum class Wheel { Zooms, Scrolls };

// Keys the user gave to actions, by action id; they replace those of the profile. An empty list: no key.
using KeyChoices = QMap<QByteArray, QList<QKeySequence>>;

struct Preferences {
    Language language = Language::System;
    widgets::Theme theme = widgets::Theme::System;
    Wheel wheel = Wheel::Zooms;
    QString author;  // empty: the login
    widgets::PlaybackHabits playback;
    KeyProfile profile = KeyProfile::Desktop;
    KeyChoices keys;
    bool operator==(const Preferences &) const = default;
};

inline constexpr int longestRewindMs = 5000;

struct RecentProject {
    QString file;
    qint64 labeled = 0, all = 0;  // when it was last closed
    bool operator==(const RecentProject &) const = default;
};

class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);  // empty: the user's own

    const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences);

    QList<RecentProject> recent() const;  // newest first, at most 12
    void noteRecent(const RecentProject &project);
    void forgetRecent(const QString &file);

    QByteArray windowState(const char *part) const;  // "geometry", "docks"
    void setWindowState(const char *part, const QByteArray &state);
    // The folder a dialog opens in, by what it is for ("import", "export", "project").
    QString folder(const char *purpose) const;
    void setFolder(const char *purpose, const QString &folder);

signals:
    void changed(const app::Preferences &before);
    void recentChanged();

private:
    QSettings m_store;
    Preferences m_preferences;
};

QString keyText(const QList<QKeySequence> &keys);  // portable, "; " between
QList<QKeySequence> keysFromText(const QString &text);

}  // namespace app
