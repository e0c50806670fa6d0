// What a Reader is made of.
#pragma once
#include "core/reader.h"
#include "core/store/content_clock.h"
#include "core/store/live_views.h"
#include "core/store/row_tables.h"
#include "core/store/sample_image.h"

namespace core {

struct Reader::Impl {
    // Clock and shelf: of the writer in this process; null: none writes here.
    Impl(const std::filesystem::path &file, store::Access access, std::shared_ptr<const store::ContentClock> ticking,
         std::shared_ptr<store::ImageShelf> shared)
        : connection(file, access),
          clock(std::move(ticking)),
          shelf(std::move(shared))
    {
    }

    // Runs body(connection) on one consistent state.
    template <class Body>
    auto read(Body &&body) -> std::invoke_result_t<Body, store::Connection &>
    {
        return store::guarded(connection.file(), [&]() -> std::invoke_result_t<Body, store::Connection &> {
            if (frozen || reading)
                return body(connection);
            const Reading mark(reading);
            store::Transaction transaction(connection, "begin");
            takeSnapshot();
            auto result = body(connection);
            transaction.commit();
            return result;
        });
    }

    // Call first in a transaction: fixes its state, and forgets what is kept of another one.
    void takeSnapshot()
    {
        const auto before = time();
        views.refresh(connection);
        const auto after = time();
        const auto taken = before == after ? after : std::nullopt;
        const bool sameSamples = taken && imageTime && taken->samples == imageTime->samples;
        if (views.dataVersion() != imageVersion && !sameSamples)
            image = taken ? shelf->of(taken->samples) : std::make_shared<store::SampleImage>();
        if (taken || views.dataVersion() != imageVersion)
            imageTime = taken;
        imageVersion = views.dataVersion();
    }
    std::optional<store::ContentClock::Time> time() const { return clock ? clock->now() : std::nullopt; }

    struct Reading {  // a callback of each() may ask the same Reader
        explicit Reading(bool &set) : flag(set) { flag = true; }
        ~Reading() { flag = false; }
        bool &flag;
    };

    store::Connection connection;
    store::LiveViews views;
    std::shared_ptr<const store::ContentClock> clock;
    std::shared_ptr<store::ImageShelf> shelf;
    std::shared_ptr<store::SampleImage> image = std::make_shared<store::SampleImage>();
    std::int64_t imageVersion = -1;                      // data version image was read at
    std::optional<store::ContentClock::Time> imageTime;  // empty: not known
    bool frozen = false, reading = false;
};

}  // namespace core
