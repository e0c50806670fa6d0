#include "app/dialogs/format_options_form.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace app {

FormatOptionsForm::FormatOptionsForm(Direction direction, QWidget *parent)
    : QWidget(parent),
      m_direction(direction),
      m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
}

void FormatOptionsForm::setFormat(const formats::Format *format, const formats::Options &values)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    if (!format)
        return;
    for (const formats::OptionSpec &spec : format->options) {
        if (m_direction == Direction::Reading ? !spec.forReading : !spec.forWriting)
            continue;
        const auto given = values.find(spec.name);
        const QString value = widgets::toQString(given == values.end() ? spec.defaultValue : given->second);
        QWidget *widget = nullptr;
        if (spec.choices.empty()) {
            auto *edit = new QLineEdit(value);
            connect(edit, &QLineEdit::editingFinished, this, &FormatOptionsForm::changed);
            widget = edit;
        } else {
            auto *box = new QComboBox;
            for (const std::string &choice : spec.choices)
                box->addItem(widgets::toQString(choice));
            box->setCurrentText(value);
            connect(box, &QComboBox::currentIndexChanged, this, &FormatOptionsForm::changed);
            widget = box;
        }
        m_form->addRow(widgets::toQString(spec.name), widget);
        m_fields.push_back({spec, widget});
    }
}

formats::Options FormatOptionsForm::options() const
{
    formats::Options options;
    for (const Field &field : m_fields) {
        const auto *box = qobject_cast<const QComboBox *>(field.widget);
        const QString value = box ? box->currentText() : qobject_cast<const QLineEdit *>(field.widget)->text();
        if (const std::string text = widgets::toUtf8(value); text != field.spec.defaultValue)
            options[field.spec.name] = text;
    }
    return options;
}

bool FormatOptionsForm::isEmpty() const
{
    return m_fields.empty();
}

}  // namespace app
