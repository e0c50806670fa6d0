// A new project is made under another name and moved into place when it is complete.
#include "core/store/file_system.h"
#include "core/store/id_counters.h"
#include "core/store/label_grays.h"
#include "core/store/open_file.h"
#include "core/store/row_sql.h"
#include <algorithm>

namespace core::store {

namespace {

// By the places the labels have, which are the ids they get.
void nameEnds(std::vector<Label> &labels)
{
    std::vector<LabelId> given;
    for (const Label &label : labels)
        given.push_back(label.id);
    for (Label &label : labels)
        for (LabelId *end : {&label.fromLabel, &label.toLabel}) {
            if (end->value >= 0)
                continue;  // the id it gets, or none
            const auto named = std::ranges::find(given, *end);
            if (named == given.end())
                fail(Code::NotFound, std::to_string(end->value), "label." + label.name);
            *end = {named - given.begin() + 1};
        }
}

void fill(Connection &connection, const NewProject &what)
{
    Transaction transaction(connection);
    Job job;
    job.id = {1};
    job.uuid = newUuid();
    job.name = what.jobName;
    job.kind = what.kind;
    job.options = what.options;
    requireStorable(job);
    Query insertJob = connection.query(sqlOf<Job>().insert);
    bindRow(insertJob, job);
    insertJob.run();
    std::vector<Label> labels = what.labels;
    nameEnds(labels);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Label &label = labels[i];
        label.id = {static_cast<std::int64_t>(i) + 1};
        label.job = job.id;
        label.batch = handWork;
        label.position = static_cast<int>(i);
    }
    giveGrays(labels, connection);
    Query insertLabel = connection.query(sqlOf<Label>().insert);
    for (const Label &label : labels) {
        requireStorable(label);
        bindRow(insertLabel, label);
        insertLabel.run();
        insertLabel.again();
    }
    transaction.commit();
}

struct Temporary {
    std::filesystem::path file;
    ~Temporary()
    {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
        std::filesystem::remove(file.string() + "-journal", ignored);
    }
};

}  // namespace

void createFile(const std::filesystem::path &file, const NewProject &what)
{
    if (std::filesystem::exists(std::filesystem::symlink_status(file)))
        fail(Code::Exists, file.filename().string());
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path());
    const Temporary temporary{temporaryNameFor(file)};
    {
        Connection connection(temporary.file, Access::Create);
        createSchema(connection);
        fill(connection, what);
    }
    if (const Status moved = moveWithoutReplacing(temporary.file, file); !moved)
        throw Failure{moved.error()};
}

}  // namespace core::store
