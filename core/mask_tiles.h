// Masks as tiles of numbers, one number for each object, to be shown through a palette: colours and visibility are the
// painter's and cost no tile. Where masks lie on each other the upper one has the pixel; sunken ones lie below all
// others, so that what is hidden hides nothing.
#pragma once
#include "core/spatial_index.h"
#include <functional>
#include <list>

namespace core {

using MaskNumber = std::uint16_t;  // 0: no mask; so of more than 65,535 the last ones are not shown

struct MaskTile {
    static constexpr int Bits = 8, Side = 1 << Bits;
    std::vector<MaskNumber> numbers;    // Side rows of Side; just one: all the same
    std::vector<std::uint8_t> several;  // 1: two or more lie there, sunken ones apart; empty: nowhere
    bool overlapping = false;           // two or more lie somewhere in it, sunken or not
    MaskNumber at(int x, int y) const
    {
        return numbers.size() == 1 ? numbers[0] : numbers[std::size_t(y) << Bits | std::size_t(x)];
    }
};

class MaskTiles {
public:
    struct Place {
        int level = 0;     // a number stands for 2^level × 2^level pixels: that of the one in the middle
        int x = 0, y = 0;  // in tiles of that level
        bool operator==(const Place &) const = default;
    };
    using Sunken = std::function<bool(const Annotation &)>;

    explicit MaskTiles(const SpatialIndex &index) : m_index(index) {}

    // The index was brought up to date. What kept its pointer did not change. Returns where pixels changed their
    // number, and only there tiles are made again, when they are asked for.
    std::vector<Rect> show(std::span<const AnnotationPtr> annotations, const Sunken &sunken);
    void clear();

    const MaskTile &tile(const Place &place);  // until the next call
    bool has(const Place &place) const;        // made, and not stale

    MaskNumber number(AnnotationId id) const;                 // 0: no mask of that id
    AnnotationPtr object(MaskNumber number) const;            // null: not used
    std::size_t numbers() const { return m_objects.size(); }  // one past the largest used

private:
    struct Object {
        AnnotationPtr annotation;
        bool sunken = false;
    };
    struct Pixels {  // of a tile, half open
        int left = 0, top = 0, right = 0, bottom = 0;
        bool isEmpty() const { return left >= right || top >= bottom; }
    };
    struct Kept {
        Place place;
        MaskTile tile;
        Pixels stale;
    };
    struct PlaceHash {
        std::size_t operator()(const Place &place) const;
    };

    void take(const AnnotationPtr &annotation, bool sunken, std::vector<Rect> &stale);
    void restacked(const Rect &rect, std::vector<Rect> &stale);
    void makeStale(const Rect &rect);
    static Pixels part(const Place &place, const Rect &rect);
    void rasterise(Kept &kept, const Pixels &part) const;
    void paint(MaskTile &tile, const Place &place, const Pixels &part, MaskNumber number) const;

    const SpatialIndex &m_index;
    std::vector<Object> m_objects{1};  // by number
    std::vector<MaskNumber> m_free;
    std::unordered_map<AnnotationId, MaskNumber> m_numbers;
    std::list<Kept> m_kept;  // the last used first
    std::unordered_map<Place, std::list<Kept>::iterator, PlaceHash> m_tiles;
};

// Few rectangles that hold all pixels in which the two differ. Null: no pixel.
std::vector<Rect> differences(const MaskRuns *before, const MaskRuns *after);

}  // namespace core
