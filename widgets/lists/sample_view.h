// What the list and the grid of samples share: model, current sample, selection, empty states.
#pragma once
#include "core/rows.h"
#include <QWidget>
#include <memory>

namespace widgets {

class MediaService;
class SampleListModel;
class Thumbnails;
class TileView;
class EmptyState;

class SampleView : public QWidget {
    Q_OBJECT
public:
    SampleView(MediaService &media, QWidget *parent);
    ~SampleView() override;

    void setModel(SampleListModel *model);  // borrowed
    void setLabels(std::shared_ptr<const std::vector<core::Label>> labels);
    void setCurrentSample(core::SampleId id);  // does not emit
    core::SampleId currentSample() const;
    QList<core::SampleId> selectedSamples() const;  // in list order
    int selectedCount() const;
    TileView *view() const { return m_view; }

signals:
    void currentChanged(core::SampleId id);  // by the user
    void selectionChanged(int count);
    void opened(core::SampleId id);  // double click, Enter
    void importWanted();
    void clearFilterWanted();

protected:
    Thumbnails &thumbnails() { return *m_thumbnails; }
    const core::Label *label(core::LabelId id) const;
    virtual void modelChanged() {}
    SampleListModel *model() const { return m_model; }
    void changeEvent(QEvent *event) override;

private:
    void updateEmptyState();
    void dropUnseen();

    TileView *m_view;
    EmptyState *m_empty;
    std::unique_ptr<Thumbnails> m_thumbnails;
    SampleListModel *m_model = nullptr;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    core::SampleId m_current;
};

}  // namespace widgets
