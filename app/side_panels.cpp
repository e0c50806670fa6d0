#include "app/side_panels.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/panels/attribute_panel.h"
#include "widgets/panels/history_panel.h"
#include "widgets/panels/label_panel.h"
#include "widgets/panels/object_panel.h"
#include "widgets/panels/relation_panel.h"
#include "widgets/panels/sample_panel.h"
#include "widgets/qt_text.h"

namespace app {

namespace {

constexpr int historyShown = 200;

}  // namespace

SidePanels::SidePanels(Session &session, widgets::SampleListModel &list, QWidget *parent)
    : QObject(parent),
      m_session(session),
      m_list(list),
      m_labels(new widgets::LabelPanel(parent)),
      m_objects(new widgets::ObjectPanel(parent)),
      m_relations(new widgets::RelationPanel(parent)),
      m_attributes(new widgets::AttributePanel(parent)),
      m_sample(new widgets::SamplePanel(parent)),
      m_history(new widgets::HistoryPanel(parent))
{
    connectPanels();
    connect(&session, &Session::jobChanged, this, [this] { m_labels->setJob(m_session.job()); });
    connect(&session, &Session::projectChanged, this, [this] {
        m_labels->setReadOnly(m_session.isReadOnly());
        showHistory();
    });
    connect(&session, &Session::labelsChanged, this, [this] {
        m_labels->setLabels(m_session.labels());
        showContent();
    });
    connect(&session, &Session::currentLabelChanged, this,
            [this] { m_labels->setCurrentLabel(m_session.currentLabel()); });
    connect(&session, &Session::contentChanged, this, &SidePanels::showContent);
    connect(&session, &Session::pathMapsChanged, this, &SidePanels::showContent);
    connect(&session, &Session::selectionChanged, this, [this] {
        m_objects->setSelection(m_session.selection());
        m_attributes->setSelection(m_session.selection());
        m_relations->setSelected(m_session.selectedRelation());
    });
    connect(&session, &Session::changed, this, &SidePanels::showHistory);
    connect(&list, &widgets::SampleListModel::labelCountsChanged, this,
            [this] { m_labels->setCounts(m_list.labelCounts()); });
}

void SidePanels::connectPanels()
{
    const auto apply = [this](const core::Edit &edit) {
        (void)m_session.apply(edit);  // told by Session::failed
    };
    connect(m_labels, &widgets::LabelPanel::labelChosen, this, &SidePanels::labelChosen);
    connect(m_labels, &widgets::LabelPanel::editProposed, this, apply);
    connect(m_labels, &widgets::LabelPanel::told, this, &SidePanels::told);
    connect(m_labels, &widgets::LabelPanel::mergeWanted, this, &SidePanels::mergeWanted);
    connect(m_labels, &widgets::LabelPanel::removeWanted, this,
            [this](core::LabelId label, widgets::RemovePolicy policy) {
                emit removeWanted(label, policy == widgets::RemovePolicy::SamplesToo);
            });
    connect(m_objects, &widgets::ObjectPanel::selectionChanged, &m_session, &Session::setSelection);
    connect(m_objects, &widgets::ObjectPanel::editProposed, this, apply);
    connect(m_objects, &widgets::ObjectPanel::labelWanted, this, &SidePanels::labelWanted);
    connect(m_objects, &widgets::ObjectPanel::objectOpened, this, &SidePanels::objectOpened);
    connect(m_relations, &widgets::RelationPanel::relationSelected, &m_session, &Session::setSelectedRelation);
    connect(m_relations, &widgets::RelationPanel::editProposed, this, apply);
    connect(m_relations, &widgets::RelationPanel::relationOpened, this, &SidePanels::objectOpened);
    connect(m_relations, &widgets::RelationPanel::told, this, &SidePanels::told);
    connect(m_attributes, &widgets::AttributePanel::editProposed, this, apply);
    connect(m_attributes, &widgets::AttributePanel::told, this, &SidePanels::told);
    connect(m_sample, &widgets::SamplePanel::editProposed, this, apply);
    connect(m_sample, &widgets::SamplePanel::locateWanted, this, &SidePanels::locateWanted);
    connect(m_history, &widgets::HistoryPanel::stepsWanted, this, &SidePanels::walkHistory);
}

void SidePanels::showContent()
{
    const auto content = m_session.content();
    m_objects->setContent(content, m_session.labels());
    m_attributes->setContent(content, m_session.labels(), m_session.job());
    const bool joins = m_session.job().kind == core::JobKind::TextTriplet;
    m_relations->setContent(joins ? content : nullptr, m_session.labels(), m_session.job());
    m_sample->setContent(content);
    m_sample->setPath(widgets::pathText(m_session.media()));
    QList<core::LabelId> marked;
    if (content)
        for (const core::AnnotationPtr &each : content->annotations)
            if (std::holds_alternative<core::WholeSample>(each->geometry))
                marked.append(each->label);
    m_labels->setMarked(marked);
}

void SidePanels::showHistory()
{
    if (!m_session.project()) {
        m_history->setHistory({});
        return;
    }
    if (auto history = m_session.project()->history(historyShown))
        m_history->setHistory(*history);
}

void SidePanels::walkHistory(int steps)
{
    for (int i = 0; i < std::abs(steps); ++i)
        if (!(steps < 0 ? m_session.undo() : m_session.redo()))
            return;
}

}  // namespace app
