// Reports as the JSON the command line prints and writes.
#include "formats/exporter.h"
#include "formats/importer.h"
#include <nlohmann/json.hpp>

namespace formats {

namespace {

using Json = nlohmann::ordered_json;

Json issuesJson(const std::vector<Issue> &issues)
{
    Json list = Json::array();
    for (const Issue &issue : issues) {
        const core::Location &where = issue.error.where;
        list.push_back({{"severity", issue.severity == Severity::Error ? "error" : "warning"},
                        {"code", core::codeName(issue.error.code)},
                        {"file", where.file},
                        {"line", where.line},
                        {"column", where.column},
                        {"field", where.field},
                        {"detail", issue.error.detail}});
    }
    return list;
}

std::string text(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string toJson(const ImportReport &report)
{
    return text({{"format", report.format},
                 {"samples", report.samples},
                 {"annotations", report.annotations},
                 {"labels", report.labels},
                 {"relations", report.relations},
                 {"known", report.known},
                 {"duplicates", report.duplicates},
                 {"filtered", report.filtered},
                 {"labeled", report.labeled},
                 {"missing", report.missing},
                 {"rejected", report.rejected},
                 {"warnings", report.warnings},
                 {"issues", issuesJson(report.issues)}});
}

std::string toJson(const ExportReport &report)
{
    Json losses = Json::array();
    for (const Loss &loss : report.losses.losses)
        losses.push_back({{"what", loss.what}, {"samples", loss.samples}, {"example", loss.example}});
    return text({{"samples", report.samples},
                 {"annotations", report.annotations},
                 {"losses", std::move(losses)},
                 {"issues", issuesJson(report.issues)}});
}

}  // namespace formats
