// Where an entity begins and ends in its text, to read and change, and what it covers.
#pragma once
#include "widgets/panels/passage_text.h"
#include <QWidget>

class QLabel;
class QSpinBox;

namespace widgets {

class SpanFields : public QWidget {
    Q_OBJECT
public:
    explicit SpanFields(QWidget *parent = nullptr);

    void show(const std::optional<core::SharedText> &text, const core::TextSpan &span);
    const core::TextMap &map() const { return m_passages.map(); }

signals:
    // Whole characters, in the direction the number went. field: "begin", "end".
    void spanEdited(const core::TextSpan &span, const QString &field);

private:
    void edited(QSpinBox *box);

    PassageText m_passages;
    core::TextSpan m_span;
    QSpinBox *m_begin, *m_end;
    QLabel *m_surface;
};

}  // namespace widgets
