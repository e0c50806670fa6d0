#include "app/session_query.h"
#include <QList>

namespace app {

using namespace core;

namespace {

constexpr std::pair<State, const char *> states[] = {
    {State::Unlabeled, "unlabeled"}, {State::ToConfirm, "to_confirm"}, {State::Labeled, "labeled"}};
constexpr std::pair<SortKey, const char *> sorts[] = {{SortKey::Added, "added"},
                                                      {SortKey::Name, "name"},
                                                      {SortKey::State, "state"},
                                                      {SortKey::Confidence, "confidence"},
                                                      {SortKey::AnnotationCount, "annotations"}};

}  // namespace

QByteArray toText(const View &view)
{
    QByteArrayList words;
    for (const auto &[state, word] : states)
        if (view.state == state)
            words << word;
    for (const auto &[sort, word] : sorts)
        if (view.sort == sort)
            words << QByteArray("by-") + word;
    if (view.descending)
        words << "descending";
    return words.join(' ');
}

View viewFromText(const QByteArray &text)
{
    View view;
    for (const QByteArray &word : text.split(' ')) {
        for (const auto &[state, name] : states)
            if (word == name)
                view.state = state;
        for (const auto &[sort, name] : sorts)
            if (word == QByteArray("by-") + name)
                view.sort = sort;
        if (word == "descending")
            view.descending = true;
    }
    return view;
}

}  // namespace app
