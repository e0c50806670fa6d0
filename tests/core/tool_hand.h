// Drives a tool as a canvas does: a hand with a pointer over a picture of annotations.
#pragma once
#include "core/hit_test.h"
#include "core/sample_content.h"
#include "core/tools/tools.h"

namespace tests {

class ToolHand {
public:
    explicit ToolHand(std::string_view tool, double width = 1000, double height = 800)
        : m_tool(core::makeTool(tool)),
          m_width(width),
          m_height(height)
    {
        content.sample.id = {7};
        content.job = {3};
    }

    core::AnnotationId put(core::Geometry geometry, core::Attributes attributes = {})
    {
        core::Annotation annotation;
        annotation.id = {static_cast<std::int64_t>(content.annotations.size()) + 1};
        annotation.sample = content.sample.id;
        annotation.job = content.job;
        annotation.order = annotation.id.value * 10;
        annotation.geometry = std::move(geometry);
        annotation.attributes = std::move(attributes);
        content.annotations.push_back(std::make_shared<const core::Annotation>(annotation));
        return annotation.id;
    }

    core::Scene scene()
    {
        index.show(content.annotations);
        return {content, index, selected, {5}, m_width, m_height, bench};
    }
    std::optional<double> ring(double x, double y) { return m_tool->ring(at(x, y), scene()); }
    core::Pointer at(double x, double y)
    {
        pointer.at = {x, y};
        return pointer;
    }

    // Each answers false once no gesture is under way.
    bool press(double x, double y)
    {
        if (gesture)
            return take(gesture->press(at(x, y)));
        edit.reset();
        gesture = m_tool->press(at(x, y), scene());
        return gesture != nullptr;
    }
    void move(double x, double y) { gesture->move(at(x, y)); }
    bool release(double x, double y) { return take(gesture->release(at(x, y))); }
    bool doubleClick(double x, double y)
    {
        if (gesture)
            return take(gesture->doubleClick(at(x, y)));
        edit.reset();
        gesture = m_tool->doubleClick(at(x, y), scene());
        return gesture != nullptr;
    }
    bool enter() { return take(gesture->confirm()); }
    bool stepBack() { return take(gesture->stepBack()); }
    bool poll() { return take(gesture->poll()); }
    void escape()
    {
        gesture.reset();
        edit.reset();
    }

    bool click(double x, double y) { return press(x, y) && release(x, y); }
    bool drag(core::Point from, core::Point to)
    {
        press(from.x, from.y);
        move((from.x + to.x) / 2, (from.y + to.y) / 2);
        move(to.x, to.y);
        return release(to.x, to.y);
    }

    // As the project would: the new row gets an id, the content is brought up to date.
    void apply()
    {
        for (core::Change &change : edit->changes)
            if (auto &row = std::get<core::RowChange<core::Annotation>>(change); !row.before)
                row.after->id = {m_nextId++};
        content = core::patched(content, *edit);
        edit.reset();
    }

    // What the edit makes of the annotation it is about, as a Shape.
    template <class Shape>
    const Shape &result() const
    {
        return std::get<Shape>(resultRow().geometry);
    }
    const core::Annotation &resultRow() const
    {
        return *std::get<core::RowChange<core::Annotation>>(edit.value().changes.at(0)).after;
    }

    core::SampleContent content;
    core::SpatialIndex index;
    std::vector<core::AnnotationId> selected;
    core::Pointer pointer;  // its pixel size and modifiers
    core::Workbench bench;
    std::unique_ptr<core::Gesture> gesture;
    std::optional<core::Edit> edit;  // of the last gesture that was done

private:
    bool take(core::Progress progress)
    {
        if (progress == core::Progress::Going)
            return true;
        if (progress == core::Progress::Done) {
            edit = gesture->finish();
            if (const auto selection = gesture->selection())
                selected = *selection;
        }
        gesture.reset();
        return false;
    }

    std::unique_ptr<core::Tool> m_tool;
    double m_width, m_height;
    std::int64_t m_nextId = 1000;
};

}  // namespace tests
