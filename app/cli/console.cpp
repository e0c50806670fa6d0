#include "app/cli/console.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <unistd.h>

namespace app::cli {

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // the signal handler writes it

std::string bar(const std::string &title, std::int64_t done, std::int64_t total)
{
    if (total <= 0)
        return title + " " + std::to_string(done);
    constexpr std::int64_t width = 30;
    const std::int64_t filled = std::clamp<std::int64_t>(done * width / total, 0, width);
    return title + " [" + std::string(std::size_t(filled), '#') + std::string(std::size_t(width - filled), '.') + "] "
           + std::to_string(std::clamp<std::int64_t>(done * 100 / total, 0, 100)) + " %";
}

}  // namespace

void say(const QString &line)
{
    say(line.toStdString());
}

void say(std::string_view line)
{
    std::cout << line << '\n';
}

void complain(std::string_view line)
{
    std::cout.flush();
    std::cerr << "labelwright: " << line << std::endl;
}

void list(std::span<const formats::Issue> issues)
{
    std::string text;  // at once: the stream for errors writes each piece by itself
    for (const formats::Issue &issue : issues)
        text += (issue.severity == formats::Severity::Warning ? "warning: " : "") + describe(issue.error) + '\n';
    std::cerr << text << std::flush;
}

Progress::Progress(const QString &title) : m_title(title.toStdString())
{
    interrupted = false;
    std::signal(SIGINT, [](int) { interrupted = true; });
    m_watch = std::jthread([this](std::stop_token stop) { show(stop); });
}

Progress::~Progress()
{
    m_watch.request_stop();
    m_watch.join();
    std::signal(SIGINT, SIG_DFL);
}

void Progress::show(std::stop_token stop)
{
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    std::mutex mutex;
    std::condition_variable_any tick;
    std::unique_lock lock(mutex);
    bool shown = false;
    while (!tick.wait_for(lock, stop, std::chrono::milliseconds(100), [&stop] { return stop.stop_requested(); })) {
        if (interrupted)
            m_stop.request_stop();
        if (terminal)
            std::cerr << '\r' << bar(m_title, m_state.done, m_state.total) << "\x1b[K" << std::flush;
        shown = terminal;
    }
    if (shown)
        std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace app::cli
