// A text as one column of rows, laid out where it is looked at. Heights of what was not looked at yet are estimated;
// learning better ones moves nothing in sight, because the place is kept as a block and an offset in it.
#pragma once
#include "core/text/height_index.h"
#include "core/text/text_blocks.h"
#include "widgets/text/block_layout.h"
#include <functional>
#include <map>

namespace widgets {

class TextColumn {
public:
    using RoomOf = std::function<RowRoom(const BlockLayout &, int row)>;
    struct Placed {
        std::size_t block = 0;
        BlockLayout *layout = nullptr;  // until the column is next asked to place or lay out
        int y = 0;                      // top of the block in the window
    };

    void setText(core::SharedText text);  // goes to its start
    void setLook(const TextLook &look);   // keeps what is at the top of the window
    void setWindowHeight(int height);
    void setRoomOf(RoomOf roomOf) { m_roomOf = std::move(roomOf); }
    void makeRoom(core::TextRange where);  // rooms in it are to be asked for again
    void makeRoomEverywhere();
    void forgetLayouts();  // colours or fonts are others

    const core::TextMap &map() const { return m_document->map; }
    const core::Boundaries &boundaries() const { return m_document->boundaries; }
    const core::TextBlocks &blocks() const { return m_blocks; }
    BlockLayout &laid(std::size_t block);

    const std::vector<Placed> &placed();  // what is in the window, from above
    std::int64_t height() const;          // of all, with a margin above and below; estimated
    std::int64_t scrolled() const;        // how much of it is above the window
    void scrollBy(int pixels);
    void scrollTo(std::int64_t y);
    void showTop(std::int64_t point, int y);  // the row that holds it begins at y of the window
    std::int64_t topPoint();                  // the first one in the window
    int rowTop(std::int64_t point);           // y of its row's text in the window, wherever it is

private:
    struct Document {
        explicit Document(core::SharedText text) : map(std::move(text)), boundaries(map) {}
        core::TextMap map;
        core::Boundaries boundaries;
    };
    void estimate();
    void bound();
    void trim();

    std::unique_ptr<Document> m_document = std::make_unique<Document>(core::SharedText());
    core::TextBlocks m_blocks;
    core::HeightIndex m_heights;
    TextLook m_look;
    RoomOf m_roomOf;
    struct Laid {
        std::unique_ptr<BlockLayout> layout;
        bool roomKnown = false;
        std::uint64_t used = 0;
    };
    std::map<std::size_t, Laid> m_laid;
    std::uint64_t m_clock = 0;
    std::size_t m_top = 0;  // the block at the top of the window
    int m_above = 0;        // pixels of it above the window; negative: below its top
    int m_windowHeight = 0;
    std::vector<Placed> m_placed;
};

}  // namespace widgets
