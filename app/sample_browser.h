// The samples of the session's query: state tabs, filter, list; and the grid that takes the editor's place.
#pragma once
#include "app/session.h"
#include "app/similarity_order.h"
#include <QWidget>

namespace widgets {
class FilterBar;
class MediaService;
class SampleGrid;
class SampleList;
class SampleListModel;
class SampleView;
class StateTabs;
}  // namespace widgets

namespace app {

class SampleBrowser : public QWidget {
    Q_OBJECT
public:
    SampleBrowser(Session &session, widgets::MediaService &media, QWidget *parent = nullptr);
    ~SampleBrowser() override;

    widgets::SampleListModel &model() const { return *m_model; }
    widgets::SampleGrid *grid() const { return m_grid; }  // a page of its own; the caller places it
    void focusFilter();
    void setSimilar(const std::vector<core::SampleId> &order);
    void dropSimilar();  // back to the query's own order

signals:
    void opened();  // a sample of the grid is wanted in the editor
    void importWanted();
    void similarityWanted(const app::SimilarityWish &wish);  // answered by setSimilar() or dropSimilar()
    void similarityDropped();
    void failed(const core::Error &error, const QString &doing);
    void told(const QString &note);

private:
    void connectView(widgets::SampleView *view);
    void connectSession();
    void openReader();
    void showQuery();
    void forgetSimilar();
    void wishSimilar(bool descending);
    void setSort(core::SortKey key, bool descending);

    Session &m_session;
    widgets::SampleListModel *m_model;
    widgets::StateTabs *m_tabs;
    widgets::FilterBar *m_filter;
    widgets::SampleList *m_list;
    widgets::SampleGrid *m_grid;
    std::optional<SimilarityWish> m_similar;  // what the list is sorted by; empty: by the query
    std::vector<core::SampleId> m_order;      // the answer to it
};

}  // namespace app
