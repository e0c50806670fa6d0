// Small pieces forms are made of: rows with a quiet title, fields that speak when a person is done with them.
#pragma once
#include <QFormLayout>
#include <QLabel>

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

inline QLabel *newTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    title->setTextFormat(Qt::PlainText);
    title->setProperty("secondary", true);
    return title;
}

// Data: plain text that can be marked and copied.
inline QLabel *newValue(const QString &text, QWidget *parent)
{
    auto *value = new QLabel(text, parent);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setWordWrap(true);
    return value;
}

}  // namespace widgets
