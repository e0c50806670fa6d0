#include "app/relink.h"

namespace app {

using namespace core;

Result<FoundAgain> findMissing(const Reader &reader, JobId job, const std::filesystem::path &projectFolder,
                               const std::vector<PathMap> &maps, TaskContext &task)
{
    FoundAgain answer{{"find-media", "", {}}};
    const auto visit = [&](SampleContent &&content) {
        const auto file = locate(content.sample.uri, projectFolder, maps);
        std::error_code error;
        if (file && std::filesystem::is_regular_file(*file, error)) {
            Sample present = content.sample;
            present.media.state = MediaState::Present;
            answer.edit.changes.push_back(changed(content.sample, std::move(present)));
            ++answer.found;
        } else {
            ++answer.missing;
        }
        return task.advance(answer.found + answer.missing, 0);
    };
    if (const Status read = reader.each({job, Filter{HasMedia{MediaState::Missing}}}, visit, task.stop()); !read)
        return read.error();
    if (task.stop().stop_requested())
        return Error{Code::Cancelled, "", {}};
    return answer;
}

}  // namespace app
