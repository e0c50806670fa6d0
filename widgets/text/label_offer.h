// A small list of labels to choose one from, over the text: by click, by digit, by arrows and Enter. It never takes the
// focus; the text view hands it the keys.
#pragma once
#include "widgets/text/text_marks.h"
#include <QFrame>

class QToolButton;
class QVBoxLayout;

namespace widgets {

class LabelOffer : public QFrame {
    Q_OBJECT
public:
    explicit LabelOffer(QWidget *parent);

    void offer(const TextMarks &marks, const std::vector<core::LabelId> &labels, QPointF at);  // beside that place
    bool press(const QKeyEvent &key);  // true: it was for the list
    static bool wants(const QKeyEvent &key);

signals:
    void chosen(core::LabelId label);

private:
    void mark(int row);

    QVBoxLayout *m_rows;
    std::vector<core::LabelId> m_labels;
    std::vector<QToolButton *> m_buttons;
    int m_marked = 0;
};

}  // namespace widgets
