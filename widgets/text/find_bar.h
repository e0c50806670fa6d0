// Finds words in the text of a view: all places are marked, one after the other is selected.
#pragma once
#include "core/text/find_same.h"
#include <QFrame>
#include <QFutureWatcher>

class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {

class TextView;

class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(TextView &view, QWidget *parent = nullptr);  // hidden at first

    void open();                     // with the selected text, ready to type
    bool close();                    // false: it was not open
    void step(int by);               // to the next or previous place from the caret on
    bool act(const QByteArray &id);  // text.find …; false: not mine

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void show(std::vector<core::TextRange> found);
    void select(std::size_t match);
    void showCount();
    void retranslate();

    TextView &m_view;
    QLineEdit *m_words;
    QToolButton *m_case, *m_previous, *m_next, *m_close;
    QLabel *m_count;
    QFutureWatcher<std::vector<core::TextRange>> m_search;
    std::int64_t m_from = 0;  // where the caret was when the search began
};

}  // namespace widgets
