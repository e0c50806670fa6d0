// The part of a sample query beside the filter text, as the project keeps it: "labeled by-name descending".
#pragma once
#include "core/sample_query.h"
#include <QByteArray>

namespace app {

struct View {
    std::optional<core::State> state;  // empty: all
    core::SortKey sort = core::SortKey::Added;
    bool descending = false;
    bool operator==(const View &) const = default;
};

QByteArray toText(const View &view);
View viewFromText(const QByteArray &text);  // what it does not know is left at its default

}  // namespace app
