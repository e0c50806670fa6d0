// The query language of core/sample_query.h in a box with completion, errors in place, and chips for its terms.
#pragma once
#include "core/sample_query.h"
#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;
class QTimer;

namespace widgets {

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
    void take(const core::Filter &filter);
    void complete();
    void insertCompletion(const QString &word);
    QStringList candidates(const QString &token) const;
    void showChips();
    void showFault(const core::Error *error);

    QLineEdit *m_text;
    QLabel *m_fault;
    QWidget *m_chips;
    QCompleter *m_completer;
    QStringListModel *m_words;
    QTimer *m_pause;  // typing stopped
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    QStringList m_authors, m_folders;
    core::Filter m_filter;
    std::optional<core::Error> m_error;
};

}  // namespace widgets
