// Small pieces forms are made of: rows with a quiet title, fields that speak when a person is done with them.
#pragma once
#include <QFormLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

inline QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 8);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    return form;
}

inline void packAtTop(QWidget *page, QFormLayout *form)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addStretch(1);
}

inline QLabel *newTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    title->setTextFormat(Qt::PlainText);
    title->setProperty("secondary", true);
    return title;
}

// Data: plain text that can be marked and copied; as high as its lines at the width it has.
class ValueLabel : public QLabel {
public:
    using QLabel::QLabel;
    QSize sizeHint() const override { return {40, heightForWidth(std::max(40, width()))}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (event->oldSize().width() != width())
            updateGeometry();
    }
};

inline QLabel *newValue(const QString &text, QWidget *parent)
{
    auto *value = new ValueLabel(text, parent);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setWordWrap(true);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);  // not height-for-width: a form asks too wide
    return value;
}

}  // namespace widgets
