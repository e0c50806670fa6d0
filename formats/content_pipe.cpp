#include "formats/content_pipe.h"

namespace formats {

namespace {

constexpr std::size_t loadWeight = 512;  // samples and annotations
constexpr std::size_t mostWaiting = 4;

}  // namespace

ContentPipe::ContentPipe(Take take) : m_take(std::move(take)), m_thread([this] { run(); }) {}

ContentPipe::~ContentPipe()
{
    close(true);
}

bool ContentPipe::put(core::SampleContent &&content)
{
    m_weight += 1 + content.annotations.size();
    if (m_filling.count == m_filling.contents.size())
        m_filling.contents.emplace_back();
    std::swap(m_filling.contents[m_filling.count++], content);
    if (m_weight >= loadWeight)
        hand();
    return !m_failed;
}

core::Status ContentPipe::finish()
{
    hand();
    close(false);
    return m_status;
}

void ContentPipe::hand()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting || m_failed; });
    m_waiting.push_back(std::exchange(m_filling, {}));
    if (!m_taken.empty()) {
        m_filling = {std::move(m_taken.front().contents), 0};
        m_taken.pop_front();
    }
    m_weight = 0;
    if (m_waiting.size() == 1)  // else nobody waits for it
        m_changed.notify_all();
}

void ContentPipe::close(bool drop)
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        if (drop)
            m_waiting.clear();
        m_changed.notify_all();
    }
    m_thread.join();
}

void ContentPipe::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_failed) {
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_closed; });
        if (m_waiting.empty())
            return;
        Load load = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_waiting.size() == mostWaiting - 1)
            m_changed.notify_all();
        lock.unlock();
        core::Status status = takeAll(load);
        lock.lock();
        m_failed = !status;
        m_status = std::move(status);
        m_taken.push_back(std::move(load));
    }
    m_changed.notify_all();
}

core::Status ContentPipe::takeAll(const Load &load)
{
    try {
        for (std::size_t i = 0; i < load.count; ++i)
            if (auto taken = m_take(load.contents[i]); !taken)
                return taken;
        return core::ok();
    } catch (const std::bad_alloc &) {
        return core::Error{core::Code::TooLarge, "out of memory", {}};
    } catch (const std::exception &fault) {  // of the file system
        return core::Error{core::Code::Io, fault.what(), {}};
    }
}

}  // namespace formats
