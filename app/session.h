// What is open and what the user is at: project, job, query, current sample, selection, label. The only caller of
// Project::apply.
#pragma once
#include "core/media_location.h"
#include "core/project.h"
#include <QList>
#include <QObject>
#include <memory>

namespace app {

struct View;

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    // Both close what was open. The job, label and query the project was left with are restored; the sample is not:
    // see leftSample().
    core::Status open(const std::filesystem::path &file);
    core::Status create(const std::filesystem::path &file, const core::NewProject &what);
    void close();
    core::Project *project() const;       // null: none open
    bool isReadOnly() const;              // also when none is open
    void setAuthor(const QString &name);  // of the edits to come; empty: the login

    const core::Job &job() const;
    std::vector<core::Job> jobs() const;
    void setJob(core::JobId job);
    std::shared_ptr<const std::vector<core::Label>> labels() const;  // of the job, by position; never null
    const core::Filter &filter() const;
    void setFilter(core::Filter filter);
    std::optional<core::State> stateFilter() const;
    void setStateFilter(std::optional<core::State> state);
    void setSort(core::SortKey key, bool descending);
    core::SampleQuery query() const;  // job, filter, state and sort together

    std::shared_ptr<const core::SampleContent> content() const;  // null: no current sample
    std::filesystem::path media() const;                         // of the current sample; empty: cannot be found
    std::filesystem::path locate(const core::Sample &sample) const;
    std::filesystem::path folder() const;  // of the project
    std::vector<core::PathMap> pathMaps() const;
    core::Status setPathMaps(const std::vector<core::PathMap> &maps);
    core::Status goTo(core::SampleId id);  // 0: nowhere
    core::SampleId leftSample() const;     // where the job was left; 0: not known
    // Contents of samples for an act on several; those that are gone are left out.
    std::vector<core::SampleContent> contents(const QList<core::SampleId> &ids) const;

    // Objects and relations are not selected together: selecting one clears the other.
    QList<core::AnnotationId> selection() const;
    void setSelection(const QList<core::AnnotationId> &selection);
    core::RelationId selectedRelation() const;  // 0: none
    void setSelectedRelation(core::RelationId relation);
    core::LabelId currentLabel() const;
    void setCurrentLabel(core::LabelId label);

    // What is being typed becomes an edit now: before the sample is left, undone or exported.
    void settle();

    // What decoding told of a sample's sound. A rate other than the stored one turns its spans into samples of that
    // rate, in one step; where there are none it is kept with the next edit of the sample.
    void learnSound(core::SampleId sample, const core::MediaInfo &info);

    // Completes work states, see core/labelling.h. What it creates in the current sample becomes the selection: its
    // objects, else its relation.
    core::Status apply(core::Edit edit);  // a failure is also told by failed(); so it is of all that return a Status
    core::Status undo();                  // goes to the sample it touches first
    core::Status redo();

    // Small texts kept in the project per job ("tool", "view"…); nothing is kept of a read-only project.
    QByteArray remembered(const char *what) const;
    void remember(const char *what, const QByteArray &value);

signals:
    void settleWanted();    // see settle()
    void placeWanted();     // about to keep where the user is: the last moment to remember()
    void projectChanged();  // opened, created, closed
    void jobChanged();
    void labelsChanged();
    void queryChanged();
    void pathMapsChanged();
    void contentChanged();  // another sample or another content of it
    void selectionChanged();
    void currentLabelChanged();
    void changed(const core::ChangeSet &set);                     // after every applied edit, undo, redo
    void failed(const core::Error &error, const QString &doing);  // for the message bar

private:
    void adopt(std::unique_ptr<core::Project> project);
    void observe(const core::ChangeSet &set);
    void refreshContent(const core::ChangeSet &set);
    void refreshSelection(const core::Edit &edit);
    void select(const QList<core::AnnotationId> &objects, core::RelationId relation);
    void setView(const View &view);
    void addHeard(core::Edit &edit);
    void loadJob();
    void loadLabels();
    core::Status report(core::Status status, const QString &doing);
    core::Status step(bool back);
    void keepPlace();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
