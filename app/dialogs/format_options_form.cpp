#include "app/dialogs/format_options_form.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <algorithm>

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
    {"sounds", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Sounds"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "How the sounds get into the folder that is written")},
    {"sounds=copy", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are copied"), ""},
    {"sounds=link", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are linked"), ""},
    {"sounds=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "are left out"), ""},
    {"sounds-folder", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Folder of the sounds"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Where the sounds are looked for that are named like the files; or "
                                                 "the sound of a single file. Empty: beside the files")},
    {"texts-are", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Texts are"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What the texts of segments are in the file")},
    {"texts-are=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as the file or the job says"), ""},
    {"texts-are=content", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "what is said"), ""},
    {"texts-are=label", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "labels"), ""},
    {"names-are", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Names are"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "What the names of speakers become, where the file has no labels beside them")},
    {"names-are=speaker", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "speakers"), ""},
    {"names-are=label", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "labels"), ""},
    {"speaker", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Who speaks"), ""},
    {"speaker=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "is not in the text"), ""},
    {"speaker=prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "stands before the text, as in Tom: hello"), ""},
    {"column-order", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Columns in order"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Words parted by commas: file, start, end, duration, label, speaker, content, channel, low_hz, "
                       "high_hz, confidence, or - for one that says nothing. Empty: by the names in the first row")},
    {"source-prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Put before file names"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "For example s3://bucket/photos: where the files of the project's "
                                                 "folder will lie. Empty: names relative to the manifest")},
    {"annotation-prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Put before annotation files"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Where the manifest says the annotation files lie; they are written beside it")},
    {"mask-prefix", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Put before mask pictures"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Where the XML says the mask pictures lie; they are written beside the manifest")},
    {"masks", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Masks"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Which objects take their pixels from the mask picture and not from the outline in the XML")},
    {"masks=marked", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "of our own files"), ""},
    {"masks=all", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "of every object"), ""},
    {"masks=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "none: outlines only"), ""},
    {"image-folder", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Folder of the pictures"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Where the file names are looked for, seen from the file. Empty: beside it, or in images")},
    {"geometry", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Shapes"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What an object with a box and a segmentation becomes")},
    {"geometry=segmentation", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "the segmentation"), ""},
    {"geometry=box", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "the box"), ""},
    {"parts", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Polygons of several parts"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "A polygon here is one outline: several parts become one mask, or an object each")},
    {"parts=mask", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "one mask"), ""},
    {"parts=split", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "an object each"), ""},
    {"rle", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Run lengths"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "How masks are written")},
    {"rle=text", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "compressed"), ""},
    {"rle=counts", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as numbers"), ""},
    {"pixels", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Pixels"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What the pixels of the mask pictures are")},
    {"pixels=palette", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "class, with a palette"), ""},
    {"pixels=gray", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "class, as grey level"), ""},
    {"pixels=ids", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "class and object, 16 bits"), ""},
    {"objects", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Objects"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What the pixels of one class in an 8-bit picture become")},
    {"offset", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Places in a text"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What the places of entities count. It makes a difference only behind "
                                                 "characters such as emoji, which are two units of UTF-16")},
    {"offset=code-point", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "code points, as Python does"), ""},
    {"offset=utf16", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "units of UTF-16, as Java and JavaScript do"), ""},
    {"encoding", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Encoding"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Of the text file")},
    {"encoding=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "automatic"), ""},
    {"text-separator", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Between text and labels"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "One character: a letter, a digit, one of !@#$%^&*_=|?/':.;, or the word tab")},
    {"label-separator", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Between labels"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "One character: a letter, a digit, one of !@#$%^&*_=|?/':.;, or the word tab")},
    {"sample", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "A sample is"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Lines without text are left out")},
    {"sample=line", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a line"), ""},
    {"sample=file", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a whole file"), ""},
    {"text-column", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Column of the text"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Its name or its number. Empty: by the names in the first row, else the first")},
    {"label-column", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Column of the labels"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Its name or its number. Empty: by the names in the first row, else the second")},
    {"header", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "First row"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Whether it holds the names of the columns")},
    {"header=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "automatic"), ""},
    {"header=yes", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "names the columns"), ""},
    {"header=no", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "is a sample"), ""},
    {"delimiter", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Between columns"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Automatic: found by the first row; a comma when writing")},
    {"delimiter=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "automatic"), ""},
    {"delimiter=tab", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "tab"), ""},
    {"formulas", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Cells like formulas"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "A cell that begins with = + - or @ could run in a spreadsheet: it is "
                                                 "written with ' before it, which reading takes away again")},
    {"formulas=guarded", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "guarded by '"), ""},
    {"formulas=kept", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as they are"), ""},
    {"objects=class", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "one mask for each class"), ""},
    {"objects=islands", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "one mask for each island"), ""},
    {"newline", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Line ends"),
     QT_TRANSLATE_NOOP(
         "app::FormatOptionsForm",
         "Whether a line end of two characters (CRLF) counts as two or, as the brat server reads it, as one")},
    {"newline=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as the texts of the entities show"), ""},
    {"newline=as-is", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "count as they stand"), ""},
    {"newline=one", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "count one"), ""},
    {"scheme", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Tags"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "How a tag says where in an entity its token stands")},
    {"scheme=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "found out"), ""},
    {"scheme=iob1", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "IOB1: B- only where two entities touch"), ""},
    {"scheme=iob2", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "IOB2 (BIO)"), ""},
    {"scheme=iobes", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "IOBES: E- last, S- single"), ""},
    {"scheme=bilou", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "BILOU: L- last, U- single"), ""},
    {"scheme=bmes", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "BMES: M- inside, E- last, S- single"), ""},
    {"tag-column", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Column of the tags"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "last, or its number from 1")},
    {"samples", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "A sample is"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "In a file that is not our own; when writing, document puts "
                                                 "-DOCSTART- before each text and ends a sentence with each line")},
    {"samples=sentence", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a sentence"), ""},
    {"samples=document", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a document"), ""},
    {"joiner", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Between tokens"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "What joins tokens to a text where the file does not say it")},
    {"joiner=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a blank, none in Chinese and Japanese"), ""},
    {"joiner=space", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "a blank"), ""},
    {"joiner=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "nothing"), ""},
    {"columns", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Columns"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Four with blanks between them, as CoNLL-2003; two with a tab, as doccano wants them")},
    {"columns=4", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "four: token _ _ tag"), ""},
    {"columns=2", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "two: token tag"), ""},
    {"text", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Texts"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Tokens say nothing of blanks: a comment before them keeps the text "
                                                 "as it is. Strict readers may not know comments")},
    {"text=comment", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "also in a comment"), ""},
    {"text=none", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as tokens only"), ""},
    {"offset=auto", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "what fits the words"), ""},
    {"offset=grapheme", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "characters as they are seen"), ""},
    {"form", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "Entities"),
     QT_TRANSLATE_NOOP("app::FormatOptionsForm",
                       "Short lists hold place and label only. Relations always come with objects")},
    {"form=label", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as short lists"), ""},
    {"form=entities", QT_TRANSLATE_NOOP("app::FormatOptionsForm", "as objects"), ""},
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

void FormatOptionsForm::setFormat(const formats::Format *format, core::JobKind kind, const formats::Options &values)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    if (!format)
        return;
    for (const formats::OptionSpec &spec : format->options) {
        const bool hasMeaning = spec.kinds.empty() || std::ranges::find(spec.kinds, kind) != spec.kinds.end();
        if (!hasMeaning || (m_direction == Direction::Reading ? !spec.forReading : !spec.forWriting))
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
