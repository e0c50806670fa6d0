#include "app/sample_browser.h"
#include "core/job_options.h"
#include "widgets/lists/filter_bar.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/sample_list.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/state_tabs.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include <QVBoxLayout>

namespace app {

using widgets::SampleListModel;
using widgets::SampleView;

SampleBrowser::SampleBrowser(Session &session, widgets::MediaService &media, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_model(new SampleListModel(this)),
      m_tabs(new widgets::StateTabs),
      m_filter(new widgets::FilterBar),
      m_list(new widgets::SampleList(media)),
      m_grid(new widgets::SampleGrid(media))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    m_list->setObjectName("list");
    m_grid->setObjectName("grid");
    m_model->setLocate([this](const core::Sample &sample) { return widgets::pathText(m_session.locate(sample)); });
    connect(m_model, &SampleListModel::failed, this,
            [this](const core::Error &error) { emit failed(error, tr("List the samples")); });
    connect(m_model, &SampleListModel::countsChanged, this, [this] { m_tabs->setCounts(m_model->counts()); });
    connect(m_tabs, &widgets::StateTabs::stateChosen, &m_session, &Session::setStateFilter);
    connect(m_filter, &widgets::FilterBar::filterChanged, &m_session, &Session::setFilter);
    connect(m_grid, &widgets::SampleGrid::sortWanted, this, &SampleBrowser::setSort);
    connect(m_grid, &widgets::SampleGrid::similarityWanted, this, &SampleBrowser::wishSimilar);
    connect(m_grid, &widgets::SampleGrid::told, this, &SampleBrowser::told);
    connectView(m_list);
    connectView(m_grid);
    connectSession();
}

SampleBrowser::~SampleBrowser() = default;

void SampleBrowser::connectView(SampleView *view)
{
    view->setModel(m_model);
    connect(view, &SampleView::currentChanged, this, [this](core::SampleId id) { (void)m_session.goTo(id); });
    connect(view, &SampleView::opened, this, [this](core::SampleId id) {
        if (m_session.goTo(id))
            emit opened();
    });
    connect(view, &SampleView::importWanted, this, &SampleBrowser::importWanted);
    connect(view, &SampleView::clearFilterWanted, this, [this] {
        m_session.setStateFilter(std::nullopt);
        m_session.setFilter({});
    });
}

void SampleBrowser::connectSession()
{
    connect(&m_session, &Session::projectChanged, this, &SampleBrowser::openReader);
    connect(&m_session, &Session::jobChanged, this, [this] {
        forgetSimilar();
        m_model->setOfSounds(core::isOfSounds(m_session.job().kind));
        m_grid->setOffersSimilarity(core::isOfImages(m_session.job().kind));
    });
    connect(&m_session, &Session::queryChanged, this, &SampleBrowser::showQuery);
    connect(&m_session, &Session::changed, m_model, &SampleListModel::refresh);
    connect(&m_session, &Session::pathMapsChanged, m_model, &SampleListModel::reload);
    connect(&m_session, &Session::labelsChanged, this, [this] {
        m_list->setLabels(m_session.labels());
        m_grid->setLabels(m_session.labels());
        m_filter->setLabels(m_session.labels());
    });
    connect(&m_session, &Session::contentChanged, this, [this] {
        const auto content = m_session.content();
        const core::SampleId at = content ? content->sample.id : core::SampleId{};
        m_list->setCurrentSample(at);
        m_grid->setCurrentSample(at);
    });
}

void SampleBrowser::openReader()
{
    forgetSimilar();
    core::Project *project = m_session.project();
    const auto status = m_model->setReader(project ? widgets::OpenReader([project] { return project->newReader(); })
                                                   : widgets::OpenReader());
    if (!status)
        emit failed(status.error(), tr("List the samples"));
    if (project)
        if (const auto authors = project->reader().authors(m_session.job().id)) {
            QStringList names;
            for (const std::string &author : *authors)
                names << widgets::toQString(author);
            m_filter->setAuthors(names);
        }
}

void SampleBrowser::showQuery()
{
    const core::SampleQuery query = m_session.query();
    m_tabs->setState(m_session.stateFilter());
    m_filter->setFilter(m_session.filter());
    if (m_similar)
        m_grid->showSimilarity(m_similar->descending);
    else
        m_grid->setSort(query.sort, query.descending);
    m_model->setQuery(query);
    if (!m_similar)
        return;
    m_model->setOrder(m_order);  // until the new answer is in
    m_similar->query = query;
    emit similarityWanted(*m_similar);
}

void SampleBrowser::setSort(core::SortKey key, bool descending)
{
    const bool wasSimilar = m_similar.has_value();
    forgetSimilar();
    m_session.setSort(key, descending);
    if (wasSimilar)
        showQuery();
}

void SampleBrowser::wishSimilar(bool descending)
{
    const auto content = m_session.content();
    const bool reversed = m_similar && m_similar->descending != descending;
    const core::SampleId like = reversed ? m_similar->like : content ? content->sample.id : m_model->idAt(0);
    if (!like)
        return;
    m_similar = {m_session.query(), like, descending};
    emit similarityWanted(*m_similar);
}

void SampleBrowser::setSimilar(const std::vector<core::SampleId> &order)
{
    m_order = order;
    if (m_similar)
        m_model->setOrder(order);
}

void SampleBrowser::dropSimilar()
{
    forgetSimilar();
    showQuery();
}

void SampleBrowser::forgetSimilar()
{
    m_order.clear();
    if (std::exchange(m_similar, std::nullopt))
        emit similarityDropped();
}

void SampleBrowser::focusFilter()
{
    m_filter->focusText();
}

}  // namespace app
