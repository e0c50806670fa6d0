// Tools without a toolkit. A gesture lives from press to done; dropping it cancels it and nothing happened.
#pragma once
#include "core/media/raster.h"
#include "core/sample_content.h"
#include "core/shapes.h"
#include <span>

namespace core {

struct Pointer {
    Point at;          // sample coordinates (pixels of the displayed image)
    double pixel = 1;  // one screen pixel in those units, for hit distances and the click guard
    bool shift = false, ctrl = false, alt = false;
};

class SpatialIndex;  // core/spatial_index.h

// How the tools are set.
struct ToolOptions {
    double brushRadius = 20;  // sample pixels
    double tolerance = 24;    // of the fill: largest difference of a colour channel, 0…255
    bool exclusive = false;   // the job's: masks do not overlap, painting takes the pixels from the others
};

// A part of the picture as it is shown: `pixels` (Rgba8) covers `area` of the sample.
struct PixelWindow {
    Raster pixels;
    Rect area;
};

// What tools ask of where they are used. Functions may be empty: no picture there. Gestures keep copies of them: both
// outlive the gestures made with them.
struct Workbench {
    ToolOptions options;
    // The part of `area` that lies in the picture, in at most so many pixels each way. Empty: not decoded yet.
    std::function<std::optional<PixelWindow>(const Rect &area, int mostPixels)> pixels;
    std::function<void()> wake;  // any thread: poll the gesture soon. Does not call it at once.
};
const Workbench &plainWorkbench();  // default options, no picture

// What a tool may look at. Borrowed for the call: a gesture copies what it needs later.
struct Scene {
    const SampleContent &content;
    const SpatialIndex &index;  // of content.annotations
    std::span<const AnnotationId> selected;
    LabelId currentLabel;
    double width = 0, height = 0;  // of the sample; shapes are kept inside
    const Workbench &bench = plainWorkbench();
};

enum class Progress { Going, Done, Cancelled };

class Gesture {
public:
    virtual ~Gesture() = default;
    // Each is computed from the start state, not from the last move.
    virtual void move(const Pointer &pointer) = 0;
    virtual Progress press(const Pointer &)
    {
        return Progress::Going;
    }  // a further press: the second click, the next vertex
    virtual Progress release(const Pointer &pointer) = 0;
    virtual Progress doubleClick(const Pointer &) { return Progress::Going; }
    virtual Progress confirm() { return Progress::Going; }       // Enter: closes a polygon
    virtual Progress stepBack() { return Progress::Cancelled; }  // Backspace: the last vertex goes
    virtual Progress poll() { return Progress::Going; }          // after Workbench::wake
    virtual std::vector<Annotation> preview() const = 0;         // painted like stored annotations
    // Of a brush: the pixels covered so far, piece by piece. Only ever appended to, so that each is painted once.
    virtual std::span<const MaskRuns> dabs() const { return {}; }
    virtual bool erases() const { return false; }                      // what the dabs do
    virtual std::vector<AnnotationId> hides() const { return {}; }     // stored ones the preview stands for
    virtual std::optional<Rect> band() const { return std::nullopt; }  // a rubber band to paint
    virtual std::optional<Edit> finish() = 0;                          // after Done; empty: a click, nothing to do
    virtual std::optional<std::vector<AnnotationId>> selection() const
    {
        return std::nullopt;
    }  // after Done: what to select. With a band already while it goes on.
};

enum class Cursor {
    Arrow,
    Cross,
    Hand,
    SizeAll,
    SizeHorizontal,
    SizeVertical,
    SizeFalling,
    SizeRising,
    Rotate,
    Vertex
};

class Tool {
public:
    virtual ~Tool() = default;
    // Empty: the press means nothing here (the canvas may pan).
    virtual std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) = 0;
    // The second press of a double click that no gesture awaits. Empty: means nothing (the canvas may fit the picture).
    virtual std::unique_ptr<Gesture> doubleClick(const Pointer &pointer, const Scene &scene)
    {
        return press(pointer, scene);
    }
    virtual Cursor cursor(const Pointer &, const Scene &) const { return Cursor::Cross; }
    // Of a brush: a ring of this radius (sample pixels) is shown around the pointer.
    virtual std::optional<double> ring(const Pointer &, const Scene &) const { return std::nullopt; }
};

}  // namespace core
