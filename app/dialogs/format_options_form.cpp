#include "app/dialogs/format_options_form.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace app {

namespace {

struct Words {
    const char *of;  // "images", "images=copy"
    const char *title, *help;
};

constexpr Words allWords[] = {
    {"images", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Images"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "How the pictures get into the folder that is written")},
    {"images=copy", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are copied"), ""},
    {"images=link", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are linked"), ""},
    {"images=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are left out"), ""},
    {"source-prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Put before file names"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "For example s3://bucket/photos: where the pictures of the project's "
                                                 "folder will lie. Empty: names relative to the manifest")},
    {"annotation-prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Put before annotation files"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Where the manifest says the annotation files lie; they are written beside it")},
};

// What a format calls it where there are no words for it yet.
Words wordsOf(const QString &name)
{
    for (const Words &words : allWords)
        if (name == words.of)
            return words;
    return {"", nullptr, ""};
}

QString titleOf(const QString &name, const QString &otherwise)
{
    const Words words = wordsOf(name);
    return words.title ? FormatOptionsForm::tr(words.title) : otherwise;
}

}  // namespace

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
        const QString name = widgets::toQString(spec.name);
        const QString value = widgets::toQString(given == values.end() ? spec.defaultValue : given->second);
        QWidget *widget = nullptr;
        if (spec.choices.empty()) {
            auto *edit = new QLineEdit(value);
            connect(edit, &QLineEdit::editingFinished, this, &FormatOptionsForm::changed);
            widget = edit;
        } else {
            auto *box = new QComboBox;
            for (const std::string &choice : spec.choices)
                box->addItem(titleOf(name + '=' + widgets::toQString(choice), widgets::toQString(choice)),
                             widgets::toQString(choice));
            box->setCurrentIndex(box->findData(value));
            connect(box, &QComboBox::currentIndexChanged, this, &FormatOptionsForm::changed);
            widget = box;
        }
        if (const QString help = tr(wordsOf(name).help); !help.isEmpty())
            widget->setToolTip(help);
        m_form->addRow(titleOf(name, name), widget);
        m_fields.push_back({spec, widget});
    }
}

formats::Options FormatOptionsForm::options() const
{
    formats::Options options;
    for (const Field &field : m_fields) {
        const auto *box = qobject_cast<const QComboBox *>(field.widget);
        const QString value =
            box ? box->currentData().toString() : qobject_cast<const QLineEdit *>(field.widget)->text();
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
