// The samples of a query: their ids (8 bytes each), and a window of rows read on demand by a thread of its own.
#pragma once
#include "core/change_set.h"
#include "widgets/lists/reader_thread.h"
#include <QAbstractListModel>
#include <functional>

namespace widgets {

class SampleListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::DisplayRole,  // QString; all others are invalid while the row is not read yet
        StateRole = Qt::UserRole,    // int of core::State
        HardRole,                    // bool
        MissingRole,                 // bool
        LabelsRole,                  // QList<core::LabelId>
        ConfidenceRole,              // double, invalid: none
        AnnotationCountRole,         // qlonglong
        MediaRole,                   // QString, file to show; empty: cannot be located, or a text
        TextRole,                    // QString, the beginning of a text; invalid: not a text
        OriginRole,                  // QString, of a text: its id or file
        LengthRole,                  // QString, of a sound: how long it is, empty where not known; invalid: no sound
        ContentRole,                 // QString, of speech: how what is said begins; empty: nothing is
    };

    explicit SampleListModel(QObject *parent = nullptr);
    ~SampleListModel() override;

    // Opened in this thread, used by the list's own. Empty: no project, the list is empty.
    core::Status setReader(const OpenReader &open);
    void setQuery(const core::SampleQuery &query);
    const core::SampleQuery &query() const;
    // A given order instead of the query's sort (similarity). Ids outside the list are ignored, the rest follows.
    void setOrder(const std::vector<core::SampleId> &first);
    void setOfSounds(bool sounds) { m_ofSounds = sounds; }  // for LengthRole
    // For MediaRole. Empty: nothing can be located.
    void setLocate(std::function<QString(const core::Sample &)> locate);
    void refresh(const core::ChangeSet &set);
    void reload();  // all of it, e.g. after path maps changed

    bool isListing() const;                           // a query is under way: the list is still the old one
    core::SampleId idAt(int row) const;               // 0: no such row
    int rowOf(core::SampleId id) const;               // -1: not in the list
    const core::SampleRow *loadedRow(int row) const;  // null: not read yet; does not ask for it
    // In list order. `from` may have left the list since: then from where it was. 0: none.
    core::SampleId neighbour(core::SampleId from, int step) const;
    void findNotDone(core::SampleId from, bool forward);  // answered by notDoneFound, from the other end if need be
    void readText(core::SampleId id);                     // the whole of a text, answered by textRead
    const core::StateCounts &counts() const;              // of the whole job, not of the query
    const std::vector<core::LabelCount> &labelCounts() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void listed();  // a query's answer is in
    void countsChanged();
    void labelCountsChanged();
    void notDoneFound(core::SampleId id);  // 0: all are done
    void textRead(core::SampleId id, const core::SharedText &text);
    void failed(const core::Error &error);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    bool m_ofSounds = false;
};

}  // namespace widgets
