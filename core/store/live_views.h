// Temporary live_* views that shadow those of the file for one reading connection, with the batches that are not live
// written into them as constants: with none dead and nothing hidden they are the bare tables.
#pragma once
#include "core/store/sqlite.h"
#include <vector>

namespace core::store {

class LiveViews {
public:
    // Call inside the read transaction, before the first query of a live_* view.
    void refresh(Connection &connection);
    std::int64_t dataVersion() const { return m_dataVersion; }  // another one: something was committed since

private:
    struct State {
        std::vector<std::int64_t> dead;
        std::int64_t hidden = 0;  // bit i: table i has hidden rows
        bool operator==(const State &) const = default;
    };
    static State look(Connection &connection);

    std::int64_t m_dataVersion = -1;
    std::optional<State> m_state;
};

}  // namespace core::store
