#include "widgets/lists/filter_bar.h"
#include "widgets/lists/chip.h"
#include "widgets/messages.h"
#include "widgets/panels/flow_layout.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QStyle>
#include <QTextCharFormat>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

namespace {

using Filters = std::vector<core::Filter>;

Filters termsOf(const core::Filter &filter)
{
    if (std::holds_alternative<core::Everything>(filter.node))
        return {};
    if (const auto *all = std::get_if<core::AllOf>(&filter.node))
        return all->of;
    return {filter};
}

core::Filter filterOf(Filters terms)
{
    if (terms.empty())
        return {};
    return terms.size() == 1 ? terms.front() : core::Filter{core::AllOf{std::move(terms)}};
}

// A value as the query language wants it.
QString quotedValue(const QString &value)
{
    const bool plain =
        std::ranges::none_of(value, [](QChar c) { return c.isSpace() || QStringLiteral("\"():\\").contains(c); });
    if (plain && !value.isEmpty())
        return value;
    QString escaped = value;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

struct Token {
    int begin = 0;
    QString text;  // from begin to the cursor, without a leading '-' or '('
};

Token tokenAt(const QString &text, int cursor)
{
    int begin = 0;
    bool inQuotes = false;
    for (int i = 0; i < cursor; ++i) {
        if (text[i] == QLatin1Char('"'))
            inQuotes = !inQuotes;
        else if (!inQuotes && (text[i].isSpace() || text[i] == QLatin1Char('(')))
            begin = i + 1;
    }
    if (begin < cursor && text[begin] == QLatin1Char('-'))
        ++begin;
    return {begin, text.mid(begin, cursor - begin)};
}

void underline(QLineEdit &edit, int from)
{
    QList<QInputMethodEvent::Attribute> marks;
    if (from >= 0 && !edit.text().isEmpty()) {
        QTextCharFormat wave;
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(errorColor());
        const int begin = std::min<int>(from, int(edit.text().size()) - 1);
        const int end = std::max<int>(begin + 1, int(edit.text().indexOf(QLatin1Char(' '), begin)));
        marks.append({QInputMethodEvent::TextFormat, begin - edit.cursorPosition(), end - begin, wave});
    }
    QInputMethodEvent event(QString(), marks);
    QApplication::sendEvent(&edit, &event);
}

}  // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent),
      m_text(new QLineEdit(this)),
      m_fault(new QLabel(this)),
      m_chips(new QWidget(this)),
      m_completer(new QCompleter(this)),
      m_words(new QStringListModel(this)),
      m_pause(new QTimer(this))
{
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon("funnel"), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setProperty("fault", true);
    m_fault->hide();
    new FlowLayout(m_chips, 4);
    m_chips->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 4);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_fault);
    column->addWidget(m_chips);
    setFocusProxy(m_text);

    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_text);
    m_pause->setSingleShot(true);
    m_pause->setInterval(350);
    connect(m_pause, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterBar::insertCompletion);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        m_pause->start();
        complete();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply();  // the clear button does not count as typing
    });
    retranslate();
}

void FilterBar::setFilter(const core::Filter &filter)
{
    if (filter == m_filter && !m_error)
        return;  // our own word coming back: the text stays as it is being typed
    m_pause->stop();
    m_filter = filter;
    const QSignalBlocker quiet(m_text);
    m_text->setText(toQString(core::toText(filter)));
    showFault(nullptr);
    showChips();
}

void FilterBar::setLabels(std::shared_ptr<const std::vector<core::Label>> labels)
{
    m_labels = std::move(labels);
    showChips();
}

void FilterBar::setAuthors(const QStringList &authors)
{
    m_authors = authors;
}

void FilterBar::setFolders(const QStringList &folders)
{
    m_folders = folders;
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::apply()
{
    m_pause->stop();
    const auto parsed = core::parseFilter(toUtf8(m_text->text()));
    if (!parsed) {
        showFault(&parsed.error());
        return;
    }
    showFault(nullptr);
    take(*parsed);
}

void FilterBar::take(const core::Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showChips();
    emit filterChanged(m_filter);
}

QStringList FilterBar::candidates(const QString &token) const
{
    const qsizetype colon = token.indexOf(QLatin1Char(':'));
    const QString key = colon < 0 ? QString() : token.left(colon + 1);
    QStringList values;
    if (key.isEmpty()) {
        if (token.isEmpty())
            return {};
        values = {"label:",  "state:", "hard:",  "name:",  "text:", "folder:",
                  "author:", "conf:",  "batch:", "usage:", "prop:", "media:"};
    } else if (key == QLatin1String("label:")) {
        if (m_labels)
            for (const core::Label &label : *m_labels)
                values.push_back(toQString(label.name));
    } else if (key == QLatin1String("state:")) {
        values = {"unlabeled", "to_confirm", "labeled"};
    } else if (key == QLatin1String("hard:")) {
        values = {"true", "false"};
    } else if (key == QLatin1String("author:")) {
        values = m_authors;
    } else if (key == QLatin1String("folder:")) {
        values = m_folders;
    } else if (key == QLatin1String("usage:")) {
        values = {"none", "train", "eval", "test", "inference"};
    } else if (key == QLatin1String("media:")) {
        values = {"unknown", "present", "missing", "broken"};
    } else if (key == QLatin1String("conf:")) {
        values = {"<0.5", ">=0.5", "<0.9"};
    }
    QString typed = token.mid(key.size());
    typed.remove(QLatin1Char('"'));
    QStringList fitting;
    for (const QString &value : values)
        if (value.contains(typed, Qt::CaseInsensitive) && fitting.size() < 200)
            fitting.push_back(key.isEmpty() ? value : key + quotedValue(value));
    const auto startsWithTyped = [&](const QString &word) {
        return !word.startsWith(key + typed, Qt::CaseInsensitive);
    };
    std::ranges::stable_sort(fitting, {}, startsWithTyped);
    return fitting;
}

void FilterBar::complete()
{
    const Token token = tokenAt(m_text->text(), m_text->cursorPosition());
    const QStringList words = candidates(token.text);
    m_words->setStringList(words);
    if (words.isEmpty() || (words.size() == 1 && words.front() == token.text))
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterBar::insertCompletion(const QString &word)
{
    const Token token = tokenAt(m_text->text(), m_text->cursorPosition());
    const bool finished = !word.endsWith(QLatin1Char(':'));
    const QString tail = m_text->text().mid(m_text->cursorPosition()).trimmed();
    const QString head = m_text->text().left(token.begin) + word + (finished ? QStringLiteral(" ") : QString());
    m_text->setText(head + tail);
    m_text->setCursorPosition(int(head.size()));
    if (finished)
        apply();
    else
        QTimer::singleShot(0, this, &FilterBar::complete);  // the popup is just closing
}

void FilterBar::showChips()
{
    qDeleteAll(m_chips->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const Filters terms = termsOf(m_filter);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        QColor color;
        if (const auto *has = std::get_if<core::HasLabel>(&terms[i].node); has && m_labels) {
            const auto label = std::ranges::find(*m_labels, has->name, &core::Label::name);
            if (label != m_labels->end())
                color = toColor(label->rgb);
        }
        auto *chip = new Chip(toQString(core::toText(terms[i])), color, m_chips);
        chip->setToolTip(tr("Click to remove this term"));
        connect(
            chip, &Chip::clicked, this,
            [this, i] {
                Filters left = termsOf(m_filter);
                left.erase(left.begin() + std::ptrdiff_t(i));
                const core::Filter filter = filterOf(std::move(left));
                setFilter(filter);
                emit filterChanged(m_filter);
            },
            Qt::QueuedConnection);  // the chip goes with its term
        m_chips->layout()->addWidget(chip);
    }
    m_chips->setVisible(!terms.empty());
}

void FilterBar::showFault(const core::Error *error)
{
    m_error = error ? std::optional(*error) : std::nullopt;
    m_text->setProperty("fault", error != nullptr);
    m_text->style()->polish(m_text);
    m_fault->setVisible(error != nullptr);
    int at = -1;
    if (error) {
        const QByteArray before = m_text->text().toUtf8().left(std::max<qsizetype>(0, error->where.column - 1));
        at = int(QString::fromUtf8(before).size());
        m_fault->setText(tr("At character %1: %2").arg(at + 1).arg(sentence({error->code, error->detail, {}})));
    }
    underline(*m_text, at);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            apply();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            complete();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter: label:car -state:labeled hard:true"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setToolTip(tr("label: state: hard: name: text: folder: author: conf: batch: usage: prop: media:\n"
                          "Terms are joined by AND; OR, parentheses, - or NOT, \"quotes\"."));
    if (const auto error = m_error)
        showFault(&*error);
    showChips();
}

}  // namespace widgets
