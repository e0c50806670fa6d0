// What would be marked, looked for anew with each change of the question: counts and the first texts.
#pragma once
#include "app/background.h"
#include "app/passage_search.h"
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QTreeWidget;

namespace app {

class PassagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PassagePreview(const PassageSource &source, QWidget *parent = nullptr);

    void look(const core::FindPassages &find, PassageScope scope);
    void showFault(const QString &why);  // instead of looking
    qint64 found() const;                // places free to be marked; 0 while it looks

signals:
    void foundChanged();

private:
    void show(const core::Result<FoundPassages> &found);
    void showProgress();

    PassageSource m_source;
    QLabel *m_words;
    QTreeWidget *m_list;
    std::shared_ptr<core::ProgressState> m_progress;
    QTimer m_tick;
    Background m_worker;
    qint64 m_found = 0;
};

// Scopes and labels to choose from, as both dialogs have them.
void fillScopes(QComboBox &box, const PassageSource &source);
PassageScope scopeIn(const QComboBox &box);
void fillEntityLabels(QComboBox &box, const PassageSource &source, core::LabelId chosen);
core::LabelId labelIn(const QComboBox &box);  // 0: there is none

}  // namespace app
