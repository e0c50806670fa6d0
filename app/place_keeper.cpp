#include "app/place_keeper.h"

namespace app {

namespace {

constexpr int writeAfterMs = 3000;

}  // namespace

PlaceKeeper::PlaceKeeper(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &PlaceKeeper::due);
}

void PlaceKeeper::setProject(core::Project *project)
{
    m_project = project;
    m_unwritten.clear();
    m_timer.stop();
}

QByteArray PlaceKeeper::value(const std::string &key) const
{
    if (!m_project)
        return {};
    if (const auto unwritten = m_unwritten.find(key); unwritten != m_unwritten.end())
        return QByteArray::fromStdString(unwritten->second);
    const auto value = m_project->reader().setting(key);
    return value && *value ? QByteArray::fromStdString(**value) : QByteArray();
}

void PlaceKeeper::set(const std::string &key, const QByteArray &value)
{
    if (!m_project || m_project->isReadOnly())
        return;
    m_unwritten[key] = value.toStdString();
    if (!m_timer.isActive())
        m_timer.start();
}

core::Status PlaceKeeper::write()
{
    m_timer.stop();
    core::Status status = core::ok();
    for (const auto &[key, value] : std::exchange(m_unwritten, {}))
        if (status = m_project->setSetting(key, value); !status)
            break;
    return status;
}

}  // namespace app
