// One task beside the window at a time: a newer one replaces the older, whose answer is then never delivered.
#pragma once
#include <QObject>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace app {

class Background : public QObject {
    Q_OBJECT
public:
    using Work = std::function<void(std::stop_token)>;
    using Done = std::function<void()>;

    explicit Background(QObject *parent = nullptr);
    ~Background() override;  // asks the running task to stop, joins

    void start(Work work, Done done);  // done: in this object's thread
    void drop();                       // no answer is wanted any more

private:
    void next();

    std::jthread m_thread;
    bool m_running = false, m_wanted = false;
    Done m_done;
    Work m_nextWork;
    Done m_nextDone;
};

}  // namespace app
