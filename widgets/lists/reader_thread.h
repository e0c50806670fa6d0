// A thread with a core::Reader of its own. Asks go by lane: a newer ask in a lane replaces the older one, running or
// not, whose answer is then never delivered.
#pragma once
#include "core/reader.h"
#include <QObject>
#include <functional>
#include <memory>
#include <stop_token>

namespace widgets {

using OpenReader = std::function<core::Result<std::unique_ptr<core::Reader>>()>;

class ReaderThread : public QObject {
    Q_OBJECT
public:
    enum class Lane { List, Rows, Counts, Search, Text };
    using Deliver = std::function<void()>;  // runs in this object's thread; may be empty
    using Work = std::function<Deliver(core::Reader &, std::stop_token)>;

    explicit ReaderThread(QObject *parent = nullptr);
    ~ReaderThread() override;

    // Called here; the reader then belongs to the thread. Empty: no project. When it returns, the old reader is closed.
    core::Status setReader(const OpenReader &open);
    bool hasReader() const;
    void ask(Lane lane, Work work);
    void drop(Lane lane);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
