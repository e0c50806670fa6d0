#include "app/relink.h"
#include <algorithm>
#include <map>
#include <unordered_set>

namespace app {

using namespace core;

namespace fs = std::filesystem;

namespace {

bool isFile(const fs::path &file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

// The part of the path below the folder; empty: it is not below.
fs::path below(const fs::path &file, const fs::path &folder)
{
    const fs::path rest = file.lexically_relative(folder);
    return rest.empty() || rest == "." || *rest.begin() == ".." ? fs::path() : rest;
}

class Finder {
public:
    explicit Finder(MediaPlaces places) : m_places(std::move(places))
    {
        m_places.projectFolder = fs::absolute(m_places.projectFolder).lexically_normal();
        for (FolderMove &move : m_places.moves)
            move = {whole(move.from), whole(move.to)};
        std::ranges::stable_sort(m_places.moves, std::ranges::greater(),
                                 [](const FolderMove &move) { return move.from.native().size(); });
    }

    // Where the project says it is; empty: nowhere on this machine.
    std::optional<fs::path> placeOf(std::string_view uri) const
    {
        return locate(uri, m_places.projectFolder, m_places.maps);
    }
    // Where a moved folder has it; empty: there is no such file.
    std::optional<fs::path> movedTo(const fs::path &file) const
    {
        for (const FolderMove &move : m_places.moves)
            if (const fs::path rest = below(file, move.from); !rest.empty())
                return isFile(move.to / rest) ? std::optional(move.to / rest) : std::nullopt;
        return std::nullopt;
    }
    std::string uriOf(const fs::path &file) const { return uriFor(file, m_places.projectFolder); }

    // The outermost folder on the way that is gone; where none is, the folder of the file.
    std::string lostPrefix(const std::string &uri)
    {
        if (isRemote(uri))
            return uri.substr(0, uri.find('/', uri.find("://") + 3));
        const auto file = placeOf(uri);
        if (!file)
            return uri;
        const fs::path folder = file->parent_path();
        auto [known, isNew] = m_lost.try_emplace(folder.native());
        if (isNew) {
            std::error_code error;
            fs::path gone = folder;
            for (fs::path up = folder; up.has_relative_path() && !fs::exists(up, error); up = up.parent_path())
                gone = up;
            const fs::path relative = below(gone, m_places.projectFolder);
            known->second = relative.empty() ? gone.generic_string() : relative.generic_string();
        }
        return known->second;
    }

private:
    fs::path whole(const fs::path &folder) const
    {
        const fs::path path = (m_places.projectFolder / folder).lexically_normal();
        return path.has_filename() ? path : path.parent_path();  // "photos/"
    }

    MediaPlaces m_places;
    std::map<std::string, std::string> m_lost;  // by folder
};

Status eachSample(const Reader &reader, JobId job, TaskContext &task, const std::function<void(const Sample &)> &visit)
{
    std::int64_t done = 0;
    const auto counts = reader.stateCounts(job);
    const std::int64_t total = counts ? counts->all : 0;
    const auto look = [&](SampleContent &&content) {
        if (!content.sample.text)
            visit(content.sample);
        return task.advance(++done, total);
    };
    if (Status read = reader.each({job, {}}, look, task.stop()); !read)
        return read;
    if (task.stop().stop_requested())
        return Error{Code::Cancelled, "", {}};
    return ok();
}

}  // namespace

Result<LostMedia> findLost(const Reader &reader, JobId job, const MediaPlaces &places, TaskContext &task)
{
    LostMedia lost;
    Finder finder(places);
    std::map<std::string, std::int64_t> folders;
    const Status read = eachSample(reader, job, task, [&](const Sample &sample) {
        ++lost.all;
        const auto file = finder.placeOf(sample.uri);
        if (file && isFile(*file))
            return;
        ++folders[finder.lostPrefix(sample.uri)];
        lost.uris.push_back(sample.uri);
    });
    if (!read)
        return read.error();
    for (const auto &[prefix, samples] : folders)
        lost.folders.push_back({prefix, samples});
    std::ranges::stable_sort(lost.folders, std::ranges::greater(), &LostFolder::samples);
    return lost;
}

std::int64_t countFound(const std::vector<std::string> &uris, const MediaPlaces &places, const std::stop_token &stop)
{
    const Finder finder(places);
    return std::ranges::count_if(uris, [&](const std::string &uri) {
        const auto file = stop.stop_requested() ? std::nullopt : finder.placeOf(uri);
        return file && (isFile(*file) || finder.movedTo(*file));
    });
}

Result<Relinked> relink(const Reader &reader, JobId job, const MediaPlaces &places, TaskContext &task)
{
    Relinked answer{{"find-media", "", {}}};
    const Finder finder(places);
    std::unordered_set<std::string> given;
    std::optional<Error> failure;
    const auto isFree = [&](const std::string &uri) {
        const auto other = reader.sampleByUri(uri);
        if (!other)
            failure = other.error();
        return other && !*other && given.insert(uri).second;
    };
    const Status read = eachSample(reader, job, task, [&](const Sample &sample) {
        Sample after = sample;
        const auto file = finder.placeOf(sample.uri);
        const bool there = file && isFile(*file);
        const auto moved = file && !there ? finder.movedTo(*file) : std::nullopt;
        const std::string uri = moved ? finder.uriOf(*moved) : std::string();
        const bool follows = moved && isFree(uri);
        if (follows)
            after.uri = uri;
        if (!there && !follows)
            after.media.state = MediaState::Missing;
        else if (sample.media.state == MediaState::Missing || follows)
            after.media.state = MediaState::Present;
        answer.missing += after.media.state == MediaState::Missing ? 1 : 0;
        answer.found += follows || (there && sample.media.state == MediaState::Missing) ? 1 : 0;
        if (after != sample)
            answer.edit.changes.push_back(changed(sample, std::move(after)));
    });
    if (failure)
        return *failure;
    if (!read)
        return read.error();
    return answer;
}

}  // namespace app
