#include "app/action_table.h"
#include "core/tools/tools.h"
#include <QCoreApplication>
#include <algorithm>

namespace app {

namespace {

struct Group {
    const char *id, *title;
    std::span<const ActionSpec> (*actions)();
};

// In the order the settings show them.
constexpr Group groups[] = {
    {"project", QT_TRANSLATE_NOOP("app::Actions", "Project"), projectActions},
    {"edit", QT_TRANSLATE_NOOP("app::Actions", "Edit"), editActions},
    {"sample", QT_TRANSLATE_NOOP("app::Actions", "Samples"), sampleActions},
    {"tool", QT_TRANSLATE_NOOP("app::Actions", "Tools"), toolActions},
    {"label", QT_TRANSLATE_NOOP("app::Actions", "Labels"), labelActions},
    {"object", QT_TRANSLATE_NOOP("app::Actions", "Objects"), objectActions},
    {"brush", QT_TRANSLATE_NOOP("app::Actions", "Brush"), brushActions},
    {"mask", QT_TRANSLATE_NOOP("app::Actions", "Masks"), maskActions},
    {"text", QT_TRANSLATE_NOOP("app::Actions", "Texts"), textActions},
    {"passage", QT_TRANSLATE_NOOP("app::Actions", "Entities"), passageActions},
    {"sound", QT_TRANSLATE_NOOP("app::Actions", "Sounds"), soundActions},
    {"segment", QT_TRANSLATE_NOOP("app::Actions", "Segments"), segmentActions},
    {"view", QT_TRANSLATE_NOOP("app::Actions", "View"), viewActions},
    {"quality", QT_TRANSLATE_NOOP("app::Actions", "Quality"), qualityActions},
    {"help", QT_TRANSLATE_NOOP("app::Actions", "Help"), helpActions},
};

}  // namespace

std::span<const ActionSpec> allActions()
{
    static const std::vector<ActionSpec> all = [] {
        std::vector<ActionSpec> table;
        for (const Group &group : groups) {
            const auto part = group.actions();
            table.insert(table.end(), part.begin(), part.end());
        }
        return table;
    }();
    return all;
}

Scopes scopeOf(QByteArrayView id)
{
    constexpr const char *texts[] = {"tool.mark", "tool.relate", "view.line-numbers"};
    constexpr const char *pictures[] = {"view.adjust",     "view.mask-outlines", "view.mask-overlaps", "view.mask-gaps",
                                        "view.hide-label", "view.only-label",    "view.toggle-names",  "object.front",
                                        "object.forward",  "object.backward",    "object.back"};
    if (id.startsWith("text.") || std::ranges::find(texts, id) != std::end(texts))
        return Scope::Texts;
    if (id.startsWith("sound.") || id.startsWith("segment.") || id == "tool.segment")
        return Scope::Sounds;
    // Along time there is left and right.
    constexpr const char *along[] = {"view.fit",
                                     "object.nudge-left",
                                     "object.nudge-right",
                                     "object.nudge-left-fast",
                                     "object.nudge-right-fast",
                                     "object.edge-left",
                                     "object.edge-right"};
    if (std::ranges::find(along, id) != std::end(along))
        return Scope::Pictures | Scope::Sounds;
    if (id.startsWith("brush.") || id.startsWith("mask.") || id.startsWith("object.nudge")
        || id.startsWith("object.edge") || std::ranges::find(pictures, id) != std::end(pictures))
        return Scope::Pictures;
    const QByteArrayView tool = id.sliced(id.indexOf('.') + 1);
    const bool draws =
        id.startsWith("tool.") && tool != "select" && core::makeTool({tool.data(), std::size_t(tool.size())});
    return draws ? Scopes(Scope::Pictures) : everywhere;
}

QString groupTitle(QByteArrayView id)
{
    const QByteArrayView name = id.first(id.indexOf('.'));
    const auto group = std::ranges::find(groups, name, [](const Group &each) { return QByteArrayView(each.id); });
    return group == std::end(groups) ? QString() : QCoreApplication::translate("app::Actions", group->title);
}

}  // namespace app
