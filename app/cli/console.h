// What commands say: results on standard output, everything else on standard error.
#pragma once
#include "core/task.h"
#include "formats/format.h"
#include <QString>
#include <span>
#include <thread>

namespace app::cli {

void say(const QString &line);
void say(std::string_view line);
void complain(std::string_view line);               // standard error, as "labelwright: …"
void list(std::span<const formats::Issue> issues);  // one per line: file:line:col: field: code: detail

// A long act under way: a bar on standard error when that is a terminal; Ctrl+C asks it to stop.
class Progress {
public:
    explicit Progress(const QString &title);
    ~Progress();  // takes the bar away
    core::TaskContext &task() { return m_task; }

private:
    void show(std::stop_token stop);

    std::string m_title;
    core::ProgressState m_state;
    std::stop_source m_stop;
    core::TaskContext m_task{m_stop.get_token(), m_state};
    std::jthread m_watch;
};

}  // namespace app::cli
