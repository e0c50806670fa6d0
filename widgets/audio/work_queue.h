// Worker threads for sounds. A ticket is the wish: what nobody waits for is dropped, what runs is told to stop.
#pragma once
#include "widgets/media_service.h"
#include <functional>
#include <memory>
#include <stop_token>

namespace widgets {

class WorkQueue {
public:
    // Runs something in the thread that asked, later, unless the ticket is gone. As often as wanted.
    using Tell = std::function<void(std::function<void()>)>;
    using Work = std::function<void(const std::stop_token &, const Tell &)>;

    explicit WorkQueue(int threads);
    ~WorkQueue();  // stops what runs, tells nothing more, joins

    [[nodiscard]] std::unique_ptr<Ticket> add(Urgency urgency, Work work);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace widgets
