#include "core/media/player_thread.h"
#include <exception>

namespace core {

namespace {

using namespace std::chrono_literals;

constexpr auto stepTime = 10ms;

// Where it stands does not matter: that goes on by itself.
bool sameBut(const PlayerState &a, const PlayerState &b)
{
    return a.serial == b.serial && a.opened == b.opened && a.failed == b.failed && a.playing == b.playing
           && a.finished == b.finished && a.fault == b.fault;
}

}  // namespace

PlayerThread::PlayerThread(OpenOutput openOutput, std::function<void()> changed)
    : m_openOutput(std::move(openOutput)),
      m_notify(std::move(changed)),
      m_thread([this](const std::stop_token &stop) { loop(stop); })
{
}

PlayerThread::~PlayerThread() = default;

std::int64_t PlayerThread::open(std::filesystem::path file)
{
    return enqueue({0, std::move(file), {}});
}

std::int64_t PlayerThread::run(std::function<void(Player &)> command)
{
    return enqueue({0, {}, std::move(command)});
}

std::int64_t PlayerThread::enqueue(Command command)
{
    const std::scoped_lock lock(m_mutex);
    command.serial = ++m_serial;
    m_commands.push_back(std::move(command));
    m_wake.notify_one();
    return m_serial;
}

PlayerState PlayerThread::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

void PlayerThread::loop(const std::stop_token &stop)
{
    Player player(m_openOutput, steadyClock());
    while (!stop.stop_requested()) {
        std::deque<Command> commands;
        {
            std::unique_lock lock(m_mutex);
            const auto wanted = [this] { return !m_commands.empty(); };
            if (player.isPlaying())
                m_wake.wait_for(lock, stop, stepTime, wanted);
            else
                m_wake.wait(lock, stop, wanted);
            commands.swap(m_commands);
        }
        try {
            for (Command &command : commands)
                if (!stop.stop_requested())
                    execute(player, std::move(command));
            player.step();
        } catch (const std::exception &problem) {  // no memory
            player.close();
            m_now.opened = 0;
            m_now.failed = m_now.serial;
            m_now.failure = Error{Code::Io, problem.what(), {}};
        }
        publish(player);
    }
}

void PlayerThread::execute(Player &player, Command command)
{
    m_now.serial = command.serial;
    if (!command.file) {
        command.run(player);
        return;
    }
    player.close();
    m_now.opened = 0;
    auto sound = m_ahead.take(*command.file);
    if (sound) {
        player.open(std::move(*sound));
        m_now.opened = command.serial;
    } else {
        m_now.failed = command.serial;
        m_now.failure = sound.error();
    }
}

void PlayerThread::publish(const Player &player)
{
    m_now.info = player.info() ? std::optional(*player.info()) : std::nullopt;
    if (player.failure() && m_now.failed < m_now.serial) {
        m_now.failed = m_now.serial;
        m_now.failure = player.failure();
    }
    m_now.fault = player.fault();
    m_now.playing = player.isPlaying();
    m_now.finished = player.finished();
    m_now.position = player.position();
    m_now.pace = player.pace();
    m_now.until = player.until();
    m_now.at = steadyClock()();
    bool changed = false;
    {
        const std::scoped_lock lock(m_mutex);
        changed = !sameBut(m_state, m_now);
        m_state = m_now;
    }
    if (changed)
        m_notify();
}

}  // namespace core
