#include "formats/import_classes.h"
#include <algorithm>

namespace formats {

namespace {

// More are no choice any more: they come in, but nobody is offered them.
constexpr std::size_t maxClasses = 32, maxValues = 100, maxValueBytes = 1024;

}  // namespace

void ImportClasses::learn(const core::Attributes &attributes)
{
    for (const auto &[name, value] : attributes) {
        m_hasContent = m_hasContent || name == core::builtin::Content;
        if (name.empty() || name.starts_with('@'))
            continue;
        auto known = std::ranges::find(m_classes, name, &core::AttributeSpec::name);
        if (known == m_classes.end()) {
            if (m_classes.size() >= maxClasses)
                continue;
            known = m_classes.insert(known, {name, {}, {}});
        }
        if (known->values.size() < maxValues && value.size() <= maxValueBytes && !value.empty()
            && std::ranges::find(known->values, value) == known->values.end())
            known->values.push_back(value);
    }
}

std::optional<core::Change> ImportClasses::change() const
{
    core::Job after = m_job;
    if (m_classes != core::labelClasses(m_job))
        after = core::withLabelClasses(std::move(after), m_classes);
    if (m_hasContent && !core::hasContent(m_job))
        after = core::withContent(std::move(after), true);
    if (after == m_job)
        return std::nullopt;
    return core::changed(m_job, std::move(after));
}

}  // namespace formats
