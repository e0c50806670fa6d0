// A child applies a random stream of edits and reports each one that was acknowledged; it is killed at a random moment.
// Afterwards every acknowledged edit must be there and none half; one that was not yet acknowledged may be there whole.
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "core/project.h"
#include "core/store/edit_codec.h"
#include "tests/kill/sound_gestures.h"
#include "tests/kill/text_gestures.h"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;
using Clock = std::chrono::steady_clock;

namespace {

constexpr JobId job{1};
constexpr double longestOpening = 1.0;  // seconds
constexpr int roundsPerProject = 20;

using Model = std::map<SampleId, SampleContent>;

[[noreturn]] void giveUp(const std::string &what)
{
    std::fprintf(stderr, "FAILED: %s\n", what.c_str());
    std::exit(1);
}

template <class Value>
Value must(Result<Value> result)
{
    if (!result)
        giveUp(describe(result.error()));
    return *std::move(result);
}

Model modelOf(const Reader &reader)
{
    Model model;
    const Status read = reader.each({job, {}, SortKey::Added, false}, [&](SampleContent &&content) {
        const SampleId id = content.sample.id;
        model.emplace(id, std::move(content));
        return true;
    });
    if (!read)
        giveUp(describe(read.error()));
    return model;
}

void applyTo(Model &model, const Edit &edit)
{
    for (const Change &change : edit.changes)
        if (const auto *sample = std::get_if<RowChange<Sample>>(&change)) {
            if (!sample->after)
                model.erase(sample->before->id);
            else if (!sample->before)
                model[sample->after->id] = {*sample->after, job, {}, {}, {}};
        }
    for (const SampleId id : touchedSamples(edit))
        if (const auto found = model.find(id); found != model.end())
            found->second = patched(found->second, edit);
}

// Changed annotations as a removal and a creation: the stored form of a changed mask has its differing rows only.
std::vector<Change> halved(const std::vector<Change> &changes)
{
    std::vector<Change> halves;
    for (const Change &change : changes) {
        const auto *row = std::get_if<RowChange<Annotation>>(&change);
        if (!row || !row->before || !row->after) {
            halves.push_back(change);
            continue;
        }
        halves.push_back(removed(*row->before));
        halves.push_back(created(*row->after));
    }
    return halves;
}

std::vector<Change> joined(const std::vector<Change> &halves)
{
    std::vector<Change> changes;
    for (const Change &half : halves) {
        const auto *row = std::get_if<RowChange<Annotation>>(&half);
        auto *last = changes.empty() ? nullptr : std::get_if<RowChange<Annotation>>(&changes.back());
        if (row && row->after && last && !last->after && last->before->id == row->after->id)
            last->after = row->after;
        else
            changes.push_back(half);
    }
    return changes;
}

// What the child tells: first that it begins, then, once the call returned, what was written.
enum class Act : char { Apply, Undo, Redo };
struct Message {
    char acknowledged = 0;
    Act act = Act::Apply;
    std::uint32_t changes = 0, size = 0;  // size: bytes of encoded changes that follow
};

class Labeler {
public:
    Labeler(Project &project, unsigned seed, int pipe)
        : m_project(project),
          m_random(seed),
          m_pipe(pipe),
          m_model(modelOf(project.reader()))
    {
    }

    void work()
    {
        std::unique_ptr<BatchWriter> unseen;
        if (below(3) == 0)
            unseen = must(m_project.newBatch("unseen"));
        for (int i = 0; i < 400; ++i) {
            const std::size_t dice = below(10);
            if (dice == 0 && m_project.nextUndo())
                perform(Act::Undo, {});
            else if (dice == 1 && m_project.nextRedo())
                perform(Act::Redo, {});
            else
                perform(Act::Apply, gesture());
            if (unseen)
                importSome(*unseen, i);
        }
    }

private:
    std::size_t below(std::size_t bound) { return m_random() % bound; }

    void tell(const Message &message, const std::string &body)
    {
        std::string bytes(sizeof message, '\0');
        std::memcpy(bytes.data(), &message, sizeof message);
        bytes += body;
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t written = write(m_pipe, bytes.data() + done, bytes.size() - done);
            if (written <= 0)
                _exit(3);
            done += static_cast<std::size_t>(written);
        }
    }

    void perform(Act act, Edit edit)
    {
        const auto changes = static_cast<std::uint32_t>(edit.changes.size());
        tell({0, act, changes, 0}, {});
        const ChangeSet done = must(act == Act::Apply  ? m_project.apply(std::move(edit))
                                    : act == Act::Undo ? m_project.undo()
                                                       : m_project.redo());
        const std::string body = store::encodeChanges(halved(done.edit->changes));
        tell({1, act, changes, static_cast<std::uint32_t>(body.size())}, body);
        applyTo(m_model, *done.edit);
    }

    void importSome(BatchWriter &writer, int round)
    {
        for (int i = 0; i < 300; ++i) {
            Sample sample;
            sample.uri = "unseen/" + std::to_string(round) + "/" + std::to_string(i);
            must(writer.put(std::move(sample)));
        }
    }

    // Several rows at once: a sample with two boxes, a mask, a relation and its state, a text with entities or a sound
    // with segments; or moves with a stroke of the brush, an act on entities, relations or segments, or a removal of
    // all of it.
    Edit gesture()
    {
        if (m_model.size() < 5 || below(3) == 0)
            return begun();
        auto chosen = m_model.begin();
        std::advance(chosen, static_cast<std::ptrdiff_t>(below(m_model.size())));
        const SampleContent &content = chosen->second;
        if (m_model.size() > 60 || below(6) == 0)
            return removal(content);
        if (content.sample.media.rate > 0)
            return tests::actOnSound(content, m_random);
        return content.sample.text ? tests::actOnText(content, m_random) : move(content);
    }

    Edit begun()
    {
        switch (below(3)) {
        case 0: return addition();
        case 1: return tests::addText(job, m_random);
        default: return tests::addSound(job, m_random);
        }
    }

    Edit addition()
    {
        Edit edit{"add", {}, {}};
        Sample sample;
        sample.id = {-1};
        sample.uri = "s" + std::to_string(m_random()) + "-" + std::to_string(m_random());
        edit.changes.push_back(created(sample));
        for (std::int64_t i = 1; i <= 3; ++i) {
            Annotation box;
            box.id = {-i};
            box.job = job;
            box.sample = sample.id;
            box.order = i;
            box.geometry = i < 3 ? Geometry(Box{double(below(1000)), double(i), 10, 10, 0}) : Geometry(stroke({}));
            edit.changes.push_back(created(box));
        }
        Relation relation;
        relation.job = job;
        relation.sample = sample.id;
        relation.from = {-1};
        relation.to = {-2};
        edit.changes.push_back(created(relation));
        edit.changes.push_back(created(WorkState{job, sample.id, {}, State::Labeled, false, {}, {}, {}}));
        return edit;
    }

    Mask stroke(const MaskRuns &before)
    {
        const Point from{double(below(400)), double(below(300))}, to{double(below(400)), double(below(300))};
        return {std::make_shared<const MaskRuns>(united(before, capsule(from, to, double(1 + below(20)))))};
    }

    Edit move(const SampleContent &content)
    {
        Edit edit{"move", {}, {}};
        for (const AnnotationPtr &before : content.annotations) {
            Annotation after = *before;
            if (auto *box = std::get_if<Box>(&after.geometry))
                box->x += double(1 + below(50));
            else
                after.geometry = stroke(*std::get<Mask>(before->geometry).runs);
            edit.changes.push_back(changed(*before, after));
        }
        WorkState after = *content.work;
        after.hard = !after.hard;
        edit.changes.push_back(changed(*content.work, after));
        return edit;
    }

    Edit removal(const SampleContent &content)
    {
        Edit edit{"remove", {}, {}};
        for (const Relation &relation : content.relations)
            edit.changes.push_back(removed(relation));
        for (const AnnotationPtr &annotation : content.annotations)
            edit.changes.push_back(removed(*annotation));
        edit.changes.push_back(removed(*content.work));
        edit.changes.push_back(removed(content.sample));
        return edit;
    }

    Project &m_project;
    std::mt19937 m_random;
    int m_pipe;
    Model m_model;
};

// Reads what the child says for `delay` from its first word on, then kills it and reads the rest.
std::string listenAndKill(int pipe, pid_t child, std::chrono::microseconds delay)
{
    std::string heard;
    auto until = Clock::now() + std::chrono::seconds(30);
    char buffer[65536];
    bool killed = false;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        if (!killed && left <= 0) {
            kill(child, SIGKILL);
            killed = true;
        }
        pollfd watch{pipe, POLLIN, 0};
        if (poll(&watch, 1, killed ? -1 : static_cast<int>(left)) <= 0)
            continue;
        const ssize_t size = read(pipe, buffer, sizeof buffer);
        if (size <= 0)
            break;
        if (heard.empty())
            until = Clock::now() + delay;
        heard.append(buffer, static_cast<std::size_t>(size));
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        giveUp("the child ended with " + std::to_string(WEXITSTATUS(status)));
    return heard;
}

struct Heard {
    int acknowledged = 0;
    std::optional<Message> begun;  // and not acknowledged
};

Heard replay(const std::string &heard, Model &model)
{
    Heard result;
    for (std::size_t at = 0; at + sizeof(Message) <= heard.size();) {
        Message message;
        std::memcpy(&message, heard.data() + at, sizeof message);
        at += sizeof message;
        if (!message.acknowledged) {
            result.begun = message;
            continue;
        }
        if (at + message.size > heard.size())
            break;  // killed while it told: the edit may be there
        const auto changes = store::decodeChanges(std::string_view(heard).substr(at, message.size));
        if (!changes)
            giveUp("a message that cannot be read");
        applyTo(model, Edit{{}, {}, joined(changes->changes)});
        at += message.size;
        ++result.acknowledged;
        result.begun.reset();
    }
    return result;
}

void compare(Project &project, const Model &expected, const Heard &heard)
{
    if (modelOf(project.reader()) == expected)
        return;
    if (!heard.begun)
        giveUp("an acknowledged edit is missing or changed");
    // The edit under way is there; taking it back whole must give the state before.
    if (heard.begun->act == Act::Undo)
        must(project.redo());
    else
        must(project.undo());
    if (!(modelOf(project.reader()) == expected))
        giveUp("half an edit is there");
}

}  // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 30;
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
    std::string folder = (std::filesystem::temp_directory_path() / "labelwright-kill-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        giveUp("no folder for the project");
    const std::filesystem::path file = folder + "/p.labelwright";
    std::mt19937 random(seed);
    long acknowledged = 0;
    double slowest = 0;
    for (int round = 0; round < rounds; ++round) {
        if (round % roundsPerProject == 0) {
            std::filesystem::remove(file);
            NewProject what;
            what.labels = tests::textLabels();
            must(Project::create(file, what));
        }
        Model model = modelOf(must(Project::open(file, OpenMode::View))->reader());
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            giveUp("no pipe");
        const unsigned childSeed = random();
        const std::chrono::microseconds delay(random() % 100'000);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            const auto project = must(Project::open(file, OpenMode::Edit));
            Labeler(*project, childSeed, ends[1]).work();
            _exit(0);
        }
        close(ends[1]);
        const Heard heard = replay(listenAndKill(ends[0], child, delay), model);
        close(ends[0]);
        acknowledged += heard.acknowledged;
        const auto start = Clock::now();
        const auto project = must(Project::open(file, OpenMode::Edit));
        slowest = std::max(slowest, std::chrono::duration<double>(Clock::now() - start).count());
        if (project->isReadOnly())
            giveUp("opened read-only");
        compare(*project, model, heard);
    }
    std::filesystem::remove_all(folder);
    std::printf("%d kills, %ld acknowledged edits, slowest opening %.0f ms\n", rounds, acknowledged, slowest * 1000);
    if (slowest > longestOpening)
        giveUp("opening took more than a second");
    return 0;
}
