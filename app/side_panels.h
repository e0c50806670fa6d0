// The panels on the right, in step with the session: labels, objects, relations, attributes, sample, history.
#pragma once
#include "app/session.h"
#include <QWidget>

namespace widgets {
class AttributePanel;
class HistoryPanel;
class LabelPanel;
class ObjectPanel;
class RelationPanel;
class SampleListModel;
class SamplePanel;
}  // namespace widgets

namespace app {

class SidePanels : public QObject {
    Q_OBJECT
public:
    SidePanels(Session &session, widgets::SampleListModel &list, QWidget *parent);

    widgets::LabelPanel *labels() const { return m_labels; }
    widgets::ObjectPanel *objects() const { return m_objects; }
    widgets::RelationPanel *relations() const { return m_relations; }  // for jobs that join entities
    widgets::AttributePanel *attributes() const { return m_attributes; }
    widgets::SamplePanel *sample() const { return m_sample; }
    widgets::HistoryPanel *history() const { return m_history; }

signals:
    void labelChosen(core::LabelId label);
    void labelWanted(const QList<core::AnnotationId> &objects, core::LabelId label);
    void mergeWanted(core::LabelId from, core::LabelId into);
    void removeWanted(core::LabelId label, bool samplesToo);
    void objectOpened();
    void told(const QString &note);  // why nothing happened
    void locateWanted();

private:
    void connectPanels();
    void showContent();
    void showHistory();
    void walkHistory(int steps);

    Session &m_session;
    widgets::SampleListModel &m_list;
    widgets::LabelPanel *m_labels;
    widgets::ObjectPanel *m_objects;
    widgets::RelationPanel *m_relations;
    widgets::AttributePanel *m_attributes;
    widgets::SamplePanel *m_sample;
    widgets::HistoryPanel *m_history;
};

}  // namespace app
