#include "core/store/row_sql.h"
#include <sstream>

namespace core::store {

RowSql rowSql(const std::string &table, const std::string &columns, int keyColumns, const std::string &findKey,
              bool marked)
{
    std::string values, key, setColumns, setValues;
    std::istringstream names(columns);
    std::string name;
    for (int i = 1; names >> name; ++i) {
        if (name.back() == ',')
            name.pop_back();
        const std::string parameter = "?" + std::to_string(i);
        values += (i > 1 ? ", " : "") + parameter;
        if (i <= keyColumns) {
            key += (i > 1 ? " and " : "") + name + " = " + parameter;
        } else {
            const char *comma = i > keyColumns + 1 ? ", " : "";
            setColumns += comma + name;
            setValues += comma + parameter;
        }
    }
    RowSql sql;
    sql.insert = "insert into " + table + " (" + columns + ") values (" + values + ")";
    sql.update = "update " + table + " set (" + setColumns + ") = (" + setValues + ") where " + key;
    sql.remove = "delete from " + table + " where " + key;
    sql.find = "select " + columns + " from " + (marked ? "main.live_" : "") + table + " where " + findKey;
    return sql;
}

}  // namespace core::store
