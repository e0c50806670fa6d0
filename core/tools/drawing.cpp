#include "core/tools/drawing.h"
#include <algorithm>

namespace core {

namespace {

class TwoPointGesture : public Gesture {
public:
    TwoPointGesture(const Pointer &from, Sheet sheet, TwoPointRecipe recipe)
        : m_from(from),
          m_to(from),
          m_sheet(std::move(sheet)),
          m_recipe(std::move(recipe))
    {
    }

    void move(const Pointer &pointer) override
    {
        m_to = pointer;
        m_dragged = m_dragged || isDrag(m_from, pointer);
    }

    Progress press(const Pointer &pointer) override
    {
        m_secondClick = true;
        move(pointer);
        return Progress::Going;
    }

    Progress doubleClick(const Pointer &pointer) override { return press(pointer); }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        const bool done = m_dragged || m_secondClick;
        m_dragged = false;
        return done ? Progress::Done : Progress::Going;
    }

    std::vector<Annotation> preview() const override { return {m_sheet.with(shape())}; }

    std::optional<Edit> finish() override
    {
        Geometry geometry = shape();
        if (!isMeant(geometry, m_to.pixel))
            return std::nullopt;
        return Edit{m_recipe.editName, "", {created(m_sheet.with(std::move(geometry)))}};
    }

private:
    Geometry shape() const { return m_recipe.make(m_from, m_to, m_sheet); }

    Pointer m_from, m_to;
    bool m_dragged = false, m_secondClick = false;
    Sheet m_sheet;
    TwoPointRecipe m_recipe;
};

class NoGesture : public Gesture {
public:
    void move(const Pointer &) override {}
    Progress release(const Pointer &) override { return Progress::Cancelled; }
    std::vector<Annotation> preview() const override { return {}; }
    std::optional<Edit> finish() override { return std::nullopt; }
};

class TwoPointTool : public DrawingTool {
public:
    explicit TwoPointTool(TwoPointRecipe recipe) : m_recipe(std::move(recipe)) {}
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        return std::make_unique<TwoPointGesture>(pointer, sheetOf(scene), m_recipe);
    }

private:
    TwoPointRecipe m_recipe;
};

}  // namespace

std::unique_ptr<Gesture> DrawingTool::doubleClick(const Pointer &, const Scene &)
{
    return std::make_unique<NoGesture>();
}

Annotation Sheet::with(Geometry geometry) const
{
    Annotation annotation = blank;
    annotation.geometry = std::move(geometry);
    return annotation;
}

Sheet sheetOf(const Scene &scene)
{
    Sheet sheet{{}, scene.width, scene.height};
    sheet.blank.id = {-1};
    sheet.blank.job = scene.content.job;
    sheet.blank.sample = scene.content.sample.id;
    sheet.blank.label = scene.currentLabel;
    sheet.blank.order = scene.content.annotations.empty() ? 0 : scene.content.annotations.back()->order + 1;
    return sheet;
}

bool isDrag(const Pointer &from, const Pointer &to)
{
    return distance(from.at, to.at) > ClickDistance * to.pixel;
}

bool isMeant(const Geometry &geometry, double pixel)
{
    const double least = SmallestShape * pixel;
    if (const Box *box = std::get_if<Box>(&geometry))
        return box->w >= least && box->h >= least;
    if (std::holds_alternative<Point>(geometry))
        return true;
    const auto around = bounds(geometry);
    return around && std::max(around->width(), around->height()) >= least;
}

std::unique_ptr<Tool> makeTwoPointTool(TwoPointRecipe recipe)
{
    return std::make_unique<TwoPointTool>(std::move(recipe));
}

}  // namespace core
