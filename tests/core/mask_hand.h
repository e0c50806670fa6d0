// A hand that works on masks: a picture under it, and a wait for what the tools do in other threads.
#pragma once
#include "core/masks.h"
#include "tests/core/tool_hand.h"
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>

namespace tests {

// The pixels whose centres `holds` accepts, one by one.
template <class Holds>
core::MaskRuns naiveMask(int width, int height, Holds holds)
{
    core::MaskBuilder builder;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (holds(core::Point{x + 0.5, y + 0.5}))
                builder.add(y, core::Span{x, x + 1});
    return builder.take();
}

inline core::MaskRuns rectangle(int left, int top, int right, int bottom)
{
    core::MaskBuilder builder;
    for (int y = top; y < bottom; ++y)
        builder.add(y, core::Span{left, right});
    return builder.take();
}

using Color = std::array<std::uint8_t, 3>;

template <class ColorAt>
core::Raster picture(int width, int height, ColorAt colorAt)
{
    core::Raster raster{width, height, core::PixelFormat::Rgba8, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Color color = colorAt(core::Point{x + 0.5, y + 0.5});
            raster.bytes.insert(raster.bytes.end(), {color[0], color[1], color[2], 255});
        }
    return raster;
}

// The part of `whole` in `area`, with pixels left out where there are more than `most`.
inline std::optional<core::PixelWindow> windowOfPicture(const core::Raster &whole, const core::Rect &area, int most)
{
    const int left = std::max(0, int(area.left)), top = std::max(0, int(area.top));
    const int width = std::min(whole.width, int(area.right)) - left;
    const int height = std::min(whole.height, int(area.bottom)) - top;
    if (width <= 0 || height <= 0)
        return std::nullopt;
    const double step = std::max(1.0, double(std::max(width, height)) / most);
    const int columns = std::max(1, int(width / step)), rows = std::max(1, int(height / step));
    core::PixelWindow window{{columns, rows, core::PixelFormat::Rgba8, {}},
                             {double(left), double(top), double(left + width), double(top + height)}};
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            const int fromX = left + x * width / columns, fromY = top + y * height / rows;
            const auto *from = whole.bytes.data() + 4 * (fromY * whole.width + fromX);
            window.pixels.bytes.insert(window.pixels.bytes.end(), from, from + 4);
        }
    return window;
}

class MaskHand : public ToolHand {
public:
    explicit MaskHand(std::string_view tool, int width = 200, int height = 160) : ToolHand(tool, width, height)
    {
        content.sample.media.width = width;
        content.sample.media.height = height;
        bench.options.brushRadius = 7.5;
        bench.wake = [woken = m_woken] {
            const std::lock_guard lock(woken->mutex);
            ++woken->times;
            woken->condition.notify_all();
        };
    }

    void show(core::Raster whole)
    {
        bench.pixels = [whole = std::make_shared<const core::Raster>(std::move(whole))](
                           const core::Rect &area, int most) { return windowOfPicture(*whole, area, most); };
    }

    core::AnnotationId putMask(core::MaskRuns runs, core::Attributes attributes = {})
    {
        return put(core::Mask{std::make_shared<const core::MaskRuns>(std::move(runs))}, std::move(attributes));
    }

    using ToolHand::click;
    void click(const std::vector<core::Point> &places)
    {
        for (const core::Point place : places)
            click(place.x, place.y);
    }

    // Polls at each wake, so many times or until the gesture is done. False: no wake came.
    bool awaitWakes(int times)
    {
        for (; gesture && times > 0; --times) {
            std::unique_lock lock(m_woken->mutex);
            if (!m_woken->condition.wait_for(lock, std::chrono::seconds(100),
                                             [this] { return m_woken->times > m_seen; }))
                return false;
            ++m_seen;
            lock.unlock();
            poll();
        }
        return true;
    }

    // What the edit leaves of an object; nothing when it removes it.
    core::MaskRuns after(core::AnnotationId id) const
    {
        const core::AnnotationPtr object = core::patched(content, edit.value()).annotation(id);
        return object ? *std::get<core::Mask>(object->geometry).runs : core::MaskRuns();
    }
    core::MaskRuns made() const { return *result<core::Mask>().runs; }
    core::MaskRuns previewed() const { return *std::get<core::Mask>(gesture->preview().at(0).geometry).runs; }

private:
    struct Woken {
        std::mutex mutex;
        std::condition_variable condition;
        int times = 0;
    };
    std::shared_ptr<Woken> m_woken = std::make_shared<Woken>();
    int m_seen = 0;
};

}  // namespace tests
