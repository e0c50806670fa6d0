// The query language of core/sample_query.h in a box with completion, errors in place, and chips for its terms.
#pragma once
#include "core/sample_query.h"
#include <QWidget>

class QLabel;
class QLineEdit;

namespace widgets {

class CompletionPopup;

class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setFilter(const core::Filter &filter);  // does not emit
    const core::Filter &filter() const { return m_filter; }
    void setLabels(std::shared_ptr<const std::vector<core::Label>> labels);  // for completion and chip colours
    void setAuthors(const QStringList &authors);                             // for completion
    void setFolders(const QStringList &folders);                             // for completion
    void focusText();                                                        // for Ctrl+F

signals:
    void filterChanged(const core::Filter &filter);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void apply();
    void removeTerm(int index);
    void showChips();
    void showFault(const core::Error *error);

    QLineEdit *m_text;
    QLabel *m_fault;
    QWidget *m_chips;
    CompletionPopup *m_completion;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    core::Filter m_filter;
};

}  // namespace widgets
