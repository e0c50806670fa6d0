#include "app/settings.h"
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace app {

namespace {

constexpr int recentKept = 12;
const QStringList languages{"system", "en", "zh"}, themes{"system", "light", "dark"}, wheels{"zooms", "scrolls"},
    profiles{"desktop", "cvat", "modelarts"};

template <class Enum>
Enum fromWord(const QSettings &store, const char *key, const QStringList &words)
{
    return Enum(std::max<qsizetype>(0, words.indexOf(store.value(key).toString())));
}

template <class Enum>
QString toWord(Enum value, const QStringList &words)
{
    return words.at(int(value));
}

Preferences read(QSettings &store)
{
    Preferences p;
    p.language = fromWord<Language>(store, "language", languages);
    p.theme = fromWord<widgets::Theme>(store, "theme", themes);
    p.wheel = fromWord<Wheel>(store, "wheel", wheels);
    p.author = store.value("author").toString();
    p.playback.playsOnOpening = store.value("sound/plays-on-opening", p.playback.playsOnOpening).toBool();
    p.playback.rewindMs = std::clamp(store.value("sound/rewind-ms", p.playback.rewindMs).toInt(), 0, longestRewindMs);
    p.profile = fromWord<KeyProfile>(store, "keys/profile", profiles);
    store.beginGroup("keys/own");
    for (const QString &id : store.childKeys())
        p.keys[id.toUtf8()] = keysFromText(store.value(id).toString());
    store.endGroup();
    return p;
}

}  // namespace

QString keyText(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::PortableText);
}

QList<QKeySequence> keysFromText(const QString &text)
{
    return text.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(text, QKeySequence::PortableText);
}

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent),
      m_store(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                                   + "/labelwright/labelwright.ini"
                             : file,
              QSettings::IniFormat),
      m_preferences(read(m_store))
{
}

void Settings::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    const Preferences before = std::exchange(m_preferences, preferences);
    m_store.setValue("language", toWord(preferences.language, languages));
    m_store.setValue("theme", toWord(preferences.theme, themes));
    m_store.setValue("wheel", toWord(preferences.wheel, wheels));
    m_store.setValue("author", preferences.author);
    m_store.setValue("sound/plays-on-opening", preferences.playback.playsOnOpening);
    m_store.setValue("sound/rewind-ms", preferences.playback.rewindMs);
    m_store.setValue("keys/profile", toWord(preferences.profile, profiles));
    m_store.remove("keys/own");
    for (auto key = preferences.keys.begin(); key != preferences.keys.end(); ++key)
        m_store.setValue("keys/own/" + QString::fromUtf8(key.key()), keyText(key.value()));
    emit changed(before);
}

QList<RecentProject> Settings::recent() const
{
    QList<RecentProject> recent;
    for (const QVariant &each : m_store.value("recent").toList()) {
        const QVariantList row = each.toList();
        if (row.size() == 3)
            recent.append({row[0].toString(), row[1].toLongLong(), row[2].toLongLong()});
    }
    return recent;
}

void Settings::noteRecent(const RecentProject &project)
{
    QVariantList rows{QVariant(QVariantList{project.file, project.labeled, project.all})};
    for (const RecentProject &each : recent())
        if (each.file != project.file && rows.size() < recentKept)
            rows.append(QVariant(QVariantList{each.file, each.labeled, each.all}));
    m_store.setValue("recent", rows);
    emit recentChanged();
}

void Settings::forgetRecent(const QString &file)
{
    QVariantList rows;
    for (const RecentProject &each : recent())
        if (each.file != file)
            rows.append(QVariant(QVariantList{each.file, each.labeled, each.all}));
    m_store.setValue("recent", rows);
    emit recentChanged();
}

QByteArray Settings::windowState(const char *part) const
{
    return m_store.value(QString("window/%1").arg(part)).toByteArray();
}

void Settings::setWindowState(const char *part, const QByteArray &state)
{
    m_store.setValue(QString("window/%1").arg(part), state);
}

QString Settings::folder(const char *purpose) const
{
    const QString kept = m_store.value(QString("folder/%1").arg(purpose)).toString();
    return QFileInfo(kept).isDir() ? kept : QDir::homePath();
}

void Settings::setFolder(const char *purpose, const QString &folder)
{
    m_store.setValue(QString("folder/%1").arg(purpose), folder);
}

}  // namespace app
