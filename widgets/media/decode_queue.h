// Worker threads for decoding. Equal wishes are joined, the most urgent goes first, what nobody waits for is dropped.
#pragma once
#include "widgets/media_service.h"
#include <functional>
#include <memory>
#include <stop_token>

namespace widgets {

enum class Priority { Visible, Next, Thumbnail, Prefetch };

class DecodeQueue {
public:
    using Work = std::function<core::Result<Picture>(std::stop_token)>;
    using Done = std::function<void(core::Result<Picture>)>;

    explicit DecodeQueue(int threads);
    ~DecodeQueue();  // stops what runs, answers nothing more, joins

    // `key` names the wish: an equal one under way is joined and made as urgent as the more urgent of both.
    std::unique_ptr<Ticket> add(const QByteArray &key, Priority priority, Work work, Done done);
    // Answers what is known already, as late as any other answer.
    static std::unique_ptr<Ticket> answer(core::Result<Picture> result, Done done);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace widgets
