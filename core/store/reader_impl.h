// What a Reader is made of.
#pragma once
#include "core/reader.h"
#include "core/store/live_views.h"
#include "core/store/query_functions.h"
#include "core/store/row_tables.h"

namespace core {

struct Reader::Impl {
    Impl(const std::filesystem::path &file, store::Access access) : connection(file, access)
    {
        store::addQueryFunctions(connection.handle());
    }

    // Runs body(connection) on one consistent state.
    template <class Body>
    auto read(Body &&body) -> std::invoke_result_t<Body, store::Connection &>
    {
        return store::guarded(connection.file(), [&]() -> std::invoke_result_t<Body, store::Connection &> {
            if (frozen)
                return body(connection);
            store::Transaction transaction(connection, "begin");
            views.refresh(connection);
            auto result = body(connection);
            transaction.commit();
            return result;
        });
    }

    store::Connection connection;
    store::LiveViews views;
    bool frozen = false;
};

}  // namespace core
