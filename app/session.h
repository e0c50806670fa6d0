// What is open and what the user is at: project, job, query, current sample, selection, label. The only caller of
// apply.
#pragma once
#include "core/project.h"
#include "core/media_location.h"
#include "core/result.h"
#include <QList>
#include <QObject>
#include <memory>

namespace app {

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    core::Status open(const std::filesystem::path &file);
    core::Status create(const std::filesystem::path &file, const core::NewProject &what);
    void close();
    core::Project *project() const;  // null: none open
    const core::Job &job() const;
    void setJob(core::JobId job);
    std::shared_ptr<const std::vector<core::Label>> labels() const;  // of the job, by position
    const core::Filter &filter() const;
    void setFilter(core::Filter filter);
    core::SampleQuery query() const;

    std::shared_ptr<const core::SampleContent> content() const;  // null: no current sample
    std::filesystem::path media() const;                         // of the current sample
    std::filesystem::path locate(const core::Sample &sample) const;
    std::vector<core::PathMap> pathMaps() const;
    core::Status setPathMaps(const std::vector<core::PathMap> &maps);
    core::Status goTo(core::SampleId id);

    QList<core::AnnotationId> selection() const;
    void setSelection(const QList<core::AnnotationId> &selection);
    core::LabelId currentLabel() const;
    void setCurrentLabel(core::LabelId label);

    core::Status apply(core::Edit edit);  // completes work states, see core/labelling.h
    core::Status undo();                  // goes to the sample it touches first
    core::Status redo();

signals:
    void projectChanged();  // opened, created, closed
    void jobChanged();
    void labelsChanged();
    void filterChanged();
    void contentChanged();  // another sample or another content of it
    void selectionChanged();
    void currentLabelChanged();
    void changed(const core::ChangeSet &set);                     // after every applied edit, undo, redo
    void failed(const core::Error &error, const QString &doing);  // for the message bar

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
