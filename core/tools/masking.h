// What the mask tools share: which objects their pixels go to or are taken from, and the edit that does it.
#pragma once
#include "core/tools/drawing.h"

namespace core {

std::unique_ptr<Tool> makeBrushTool();
std::unique_ptr<Tool> makeEraserTool();
std::unique_ptr<Tool> makeMaskPolygonTool();
std::unique_ptr<Tool> makeLassoTool();
std::unique_ptr<Tool> makeFillTool();
std::unique_ptr<Tool> makeScissorsTool();
std::unique_ptr<Tool> makeGrabCutTool();
std::unique_ptr<Tool> makeExtremeTool();

enum class MaskAct { Add, Erase };

// Settled at the press. Pixels are added to the one selected mask, else make an object of the armed label. They are
// erased from the selected masks, else from the upper-most mask under the press, else from the upper-most they meet.
class MaskAim {
public:
    // Empty: the masks selected are all locked or hidden, or the size of the sample is not known.
    static std::optional<MaskAim> at(const Pointer &press, const Scene &scene, MaskAct act);

    // Empty: no pixel changes.
    std::optional<Edit> edit(const MaskRuns &pixels) const;
    // What to select after that edit. Empty: the object it creates, which the canvas selects.
    std::optional<std::vector<AnnotationId>> selectionAfter(const std::optional<Edit> &edit) const;

    MaskAct act() const { return m_act; }
    const Sheet &sheet() const { return m_sheet; }  // for previews: in the label of what is changed
    int width() const { return static_cast<int>(m_sheet.width); }
    int height() const { return static_cast<int>(m_sheet.height); }
    MaskRuns inside(std::span<const Ring> rings) const;  // the pixels whose centres lie in the outline

private:
    std::vector<AnnotationPtr> erasedBy(const MaskRuns &pixels) const;

    MaskAct m_act = MaskAct::Add;
    Point m_press;
    Sheet m_sheet;
    LabelId m_label;
    bool m_exclusive = false;
    SampleContent m_content;
    std::vector<AnnotationPtr> m_selected;  // masks; to add to, at most one
};

// A gesture that ends in pixels.
template <class Base = Gesture>
class MaskGesture : public Base {
public:
    bool erases() const override { return m_aim.act() == MaskAct::Erase; }
    std::optional<Edit> finish() override
    {
        const auto edit = m_aim.edit(pixels());
        m_selection = m_aim.selectionAfter(edit);
        return edit;
    }
    std::optional<std::vector<AnnotationId>> selection() const override { return m_selection; }

protected:
    template <class... Args>
    explicit MaskGesture(MaskAim aim, Args &&...base) : Base(std::forward<Args>(base)...),
                                                        m_aim(std::move(aim))
    {
    }
    virtual MaskRuns pixels() const = 0;
    const MaskAim &aim() const { return m_aim; }

private:
    MaskAim m_aim;
    std::optional<std::vector<AnnotationId>> m_selection;
};

// The tools that add, and with Alt erase.
inline MaskAct actOf(const Pointer &press)
{
    return press.alt ? MaskAct::Erase : MaskAct::Add;
}

}  // namespace core
