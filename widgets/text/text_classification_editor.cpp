#include "widgets/text/text_classification_editor.h"
#include "widgets/label_chips.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include "widgets/text/text_view.h"
#include "widgets/text/word_marks.h"
#include "widgets/theme.h"
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace widgets {

namespace {

QColor wordColor()
{
    return isDark() ? QColor(0x7a, 0x5c, 0x10) : QColor(0xff, 0xe0, 0x82);
}

// Pale enough to read the text on it.
QColor groundOf(core::Rgb rgb)
{
    QColor color = toColor(rgb);
    color.setAlpha(90);
    return color;
}

}  // namespace

TextClassificationEditor::TextClassificationEditor(MediaService &, QWidget *parent)
    : ClassifyingEditor(parent),
      m_text(new TextView(this)),
      m_words(new QLineEdit(this)),
      m_labelNames(new QToolButton(this))
{
    m_text->setCaretShown(false);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(icon("highlighter"), QLineEdit::LeadingPosition);
    m_labelNames->setObjectName(QStringLiteral("labelNames"));
    m_labelNames->setIcon(icon("tags"));
    m_labelNames->setCheckable(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 12, 8);
    bar->setSpacing(6);
    bar->addWidget(m_words, 1);
    bar->addWidget(m_labelNames);
    column().addWidget(m_text, 1);
    column().addLayout(bar);
    setFocusProxy(m_text);
    connect(m_text, &TextView::viewChanged, this, &TextClassificationEditor::statusChanged);
    connect(m_text, &TextView::selectionChanged, this, &TextClassificationEditor::statusChanged);
    connect(m_words, &QLineEdit::textChanged, this, &TextClassificationEditor::highlight);
    connect(m_words, &QLineEdit::returnPressed, m_text, [this] { m_text->setFocus(); });
    connect(m_labelNames, &QToolButton::toggled, this, &TextClassificationEditor::highlight);
    retranslate();
}

void TextClassificationEditor::retranslate()
{
    setAccessibleName(tr("Text classification"));
    m_text->setAccessibleName(tr("Text"));
    chips().setAccessibleName(tr("Labels of this text"));
    m_words->setPlaceholderText(tr("Words to highlight, separated by commas"));
    m_words->setAccessibleName(tr("Words to highlight"));
    m_labelNames->setToolTip(tr("Highlight the names of the labels too"));
    m_labelNames->setAccessibleName(m_labelNames->toolTip());
}

void TextClassificationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        highlight();
    ClassifyingEditor::changeEvent(event);
}

void TextClassificationEditor::showSample(const EditorContent &content)
{
    m_labels = content.labels;
    m_text->setText(content.sample->sample.text.value_or(core::SharedText()));
    highlight();
    emit statusChanged();
}

void TextClassificationEditor::showNothing()
{
    m_text->setText({});
    emit statusChanged();
}

void TextClassificationEditor::highlight()
{
    std::vector<WordMark> marks;
    for (const QString &word : wordsOf(m_words->text()))
        marks.push_back({word, wordColor()});
    if (m_labelNames->isChecked() && m_labels)
        for (const core::Label &label : *m_labels)
            marks.push_back({toQString(label.name), groundOf(label.rgb)});
    m_text->setHighlights(wordHighlights(m_text->map(), marks));
}

bool TextClassificationEditor::act(const QByteArray &id)
{
    return m_text->act(id);
}

QStringList TextClassificationEditor::statusTexts() const
{
    if (!content())
        return {};
    QStringList all{sampleOrigin(content()->sample), tr("%Ln character(s)", nullptr, int(m_text->map().codePoints()))};
    all.removeAll(QString());
    if (const auto [begin, end] = m_text->selection(); begin < end)
        all << tr("%1 selected").arg(QLocale().toString(qlonglong(end - begin)));
    all << QStringLiteral("%1 %").arg(m_text->zoom() * 100, 0, 'f', 0);
    return all;
}

QByteArray TextClassificationEditor::saveView() const
{
    return m_text->saveView();
}

void TextClassificationEditor::restoreView(const QByteArray &saved)
{
    m_text->restoreView(saved);
}

QByteArray TextClassificationEditor::saveOptions() const
{
    const QJsonObject options{
        {"words", m_words->text()}, {"labelNames", m_labelNames->isChecked()}, {"zoom", m_text->zoom()}};
    return QJsonDocument(options).toJson(QJsonDocument::Compact);
}

void TextClassificationEditor::restoreOptions(const QByteArray &saved)
{
    const QJsonObject options = QJsonDocument::fromJson(saved).object();
    m_words->setText(options["words"].toString());
    m_labelNames->setChecked(options["labelNames"].toBool());
    m_text->setZoom(options["zoom"].toDouble(1));
}

}  // namespace widgets
