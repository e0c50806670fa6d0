// checkProject: what is wrong with a project file, and what of it can be mended.
#include "core/project.h"
#include "core/store/backup.h"
#include "core/store/edit_codec.h"
#include "core/store/geometry_codec.h"
#include "core/store/open_file.h"
#include <algorithm>
#include <array>

namespace core {

using store::Connection;
using store::Query;

namespace {

// Rows that name none or hold what no program of ours writes. Repairing removes or corrects them.
struct Rule {
    const char *what, *count, *repair;
};
constexpr std::array<Rule, 12> rules{{
    {"annotations of samples that do not exist",
     "select count(*) from live_annotation where sample not in (select id from sample)",
     "delete from annotation where sample not in (select id from sample)"},
    {"annotations of jobs that do not exist",
     "select count(*) from live_annotation where job not in (select id from job)",
     "delete from annotation where job not in (select id from job)"},
    {"annotations with labels that do not exist",
     "select count(*) from live_annotation where label <> 0 and label not in (select id from label)",
     "update annotation set label = 0 where label <> 0 and label not in (select id from label)"},
    {"states of samples that do not exist",
     "select count(*) from live_work where sample not in (select id from sample)",
     "delete from work where sample not in (select id from sample)"},
    {"states of jobs that do not exist", "select count(*) from live_work where job not in (select id from job)",
     "delete from work where job not in (select id from job)"},
    {"states out of range", "select count(*) from work where state not between 0 and 2",
     "update work set state = 0 where state not between 0 and 2"},
    {"more than one state of a sample in a job",
     "select count(*) from (select 1 from live_work group by job, sample having count(*) > 1)",
     "delete from work where (job, sample, batch) in (select job, sample, max(batch) from live_work group by job, "
     "sample"
     " having count(*) > 1)"},
    {"relations between annotations that do not exist",
     "select count(*) from live_relation where from_annotation not in (select id from annotation) or to_annotation not "
     "in"
     " (select id from annotation)",
     "delete from relation where from_annotation not in (select id from annotation) or to_annotation not in (select id"
     " from annotation)"},
    {"labels of jobs that do not exist", "select count(*) from live_label where job not in (select id from job)",
     "delete from label where job not in (select id from job)"},
    {"samples out of range",
     "select count(*) from sample where usage not between 0 and 4 or media_state not between 0 and 3",
     "update sample set usage = 0, media_state = 0 where usage not between 0 and 4 or media_state not between 0 and 3"},
    {"rows of batches that do not exist",
     "select (select count(*) from sample where batch not in (select id from batch)) + (select count(*) from annotation"
     " where batch not in (select id from batch)) + (select count(*) from work where batch not in (select id from "
     "batch))",
     "delete from annotation where batch not in (select id from batch); delete from sample where batch not in (select "
     "id"
     " from batch); delete from work where batch not in (select id from batch)"},
    {"samples that share a uri", "select count(*) from (select 1 from live_sample group by uri having count(*) > 1)",
     nullptr},
}};

std::vector<CheckFinding> pageFindings(Connection &connection)
{
    std::vector<CheckFinding> findings;
    Query query = connection.query("pragma integrity_check(100)");
    while (query.step())
        if (std::string text = query.text(); text != "ok")
            findings.push_back({std::move(text), 0, false});
    return findings;
}

std::vector<std::int64_t> unreadableAnnotations(Connection &connection)
{
    std::vector<std::int64_t> ids;
    Query query = connection.query("select id, kind, geometry, attributes from annotation");
    while (query.step()) {
        const std::int64_t id = query.integer(), kind = query.integer();
        if (!store::decodeGeometry(kind, query.blob()) || !attributesFromJson(query.text()))
            ids.push_back(id);
    }
    return ids;
}

std::int64_t unreadableHistory(Connection &connection)
{
    std::int64_t last = 0;
    Query query = connection.query("select id, changes from history");
    while (query.step()) {
        const std::int64_t id = query.integer();
        if (!store::decodeChanges(query.blob()))
            last = id;
    }
    return last;
}

std::vector<CheckFinding> examine(Connection &connection)
{
    std::vector<CheckFinding> findings = pageFindings(connection);
    if (!findings.empty())
        return findings;  // counting in damaged pages tells nothing
    for (const Rule &rule : rules)
        if (const std::int64_t rows = connection.integer(rule.count); rows > 0)
            findings.push_back({rule.what, rows, rule.repair != nullptr});
    if (const auto ids = unreadableAnnotations(connection); !ids.empty())
        findings.push_back({"annotations that cannot be read", static_cast<std::int64_t>(ids.size()), true});
    if (unreadableHistory(connection) > 0)
        findings.push_back({"undo steps that cannot be read", 1, true});
    return findings;
}

void mend(Connection &connection)
{
    store::Transaction transaction(connection);
    for (const Rule &rule : rules)
        if (rule.repair && connection.integer(rule.count) > 0)
            connection.exec(rule.repair);
    for (const std::int64_t id : unreadableAnnotations(connection))
        connection.query("delete from annotation where id = ?").with(id).run();
    if (const std::int64_t last = unreadableHistory(connection); last > 0) {
        connection.query("delete from history_batch where history <= ?").with(last).run();
        connection.query("delete from history where id <= ?").with(last).run();
    }
    transaction.commit();
}

}  // namespace

Result<std::vector<CheckFinding>> checkProject(const std::filesystem::path &file, bool repair)
{
    return store::guarded(file, [&]() -> Result<std::vector<CheckFinding>> {
        store::OpenedFile opened = store::openFile(file, repair ? OpenMode::Edit : OpenMode::View);
        if (!opened.writer) {
            Connection connection(file, opened.readAccess);
            auto findings = examine(connection);
            if (repair)
                return Error{Code::ReadOnly, "cannot be repaired in place", {file.string(), 0, 0, {}}};
            return findings;
        }
        auto findings = examine(*opened.writer);
        if (std::ranges::none_of(findings, &CheckFinding::repairable))
            return findings;
        if (const Status saved = store::backupTo(file, "repair"); !saved)
            return saved.error();
        mend(*opened.writer);
        return findings;
    });
}

}  // namespace core
