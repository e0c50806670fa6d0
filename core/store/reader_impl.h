// What a Reader is made of.
#pragma once
#include "core/reader.h"
#include "core/store/live_views.h"
#include "core/store/row_tables.h"

namespace core {

struct Reader::Impl {
    Impl(const std::filesystem::path &file, store::Access access) : connection(file, access) {}

    // Runs body(connection) on one consistent state.
    template <class Body>
    auto read(Body &&body) -> std::invoke_result_t<Body, store::Connection &>
    {
        return store::guarded(connection.file(), [&]() -> std::invoke_result_t<Body, store::Connection &> {
            if (frozen || reading)
                return body(connection);
            const Reading mark(reading);
            store::Transaction transaction(connection, "begin");
            views.refresh(connection);
            auto result = body(connection);
            transaction.commit();
            return result;
        });
    }

    struct Reading {  // a callback of each() may ask the same Reader
        explicit Reading(bool &set) : flag(set) { flag = true; }
        ~Reading() { flag = false; }
        bool &flag;
    };

    store::Connection connection;
    store::LiveViews views;
    bool frozen = false, reading = false;
};

}  // namespace core
