#include "widgets/text/find_bar.h"
#include "widgets/qt_text.h"
#include "widgets/text/text_view.h"
#include "widgets/theme.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QtConcurrentRun>
#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t searchedAtOnce = 256 * 1024;  // bytes; larger texts are searched beside
constexpr int fieldWidth = 260;
constexpr qsizetype longestOffer = 100;  // characters of a selection that is looked for

QToolButton *button(QWidget *parent, const char *name)
{
    auto *made = new QToolButton(parent);
    made->setIcon(icon(name));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

}  // namespace

FindBar::FindBar(TextView &view, QWidget *parent)
    : QFrame(parent),
      m_view(view),
      m_words(new QLineEdit(this)),
      m_case(new QToolButton(this)),
      m_previous(button(this, "chevron-up")),
      m_next(button(this, "chevron-down")),
      m_close(button(this, "x")),
      m_count(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 5);
    row->setSpacing(4);
    for (QWidget *each : std::initializer_list<QWidget *>{m_words, m_case, m_previous, m_next, m_count})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(m_close);
    m_words->setFixedWidth(fieldWidth);
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_case->setText(QStringLiteral("Aa"));
    m_case->setCheckable(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("secondary", true);
    hide();
    retranslate();
    connect(m_words, &QLineEdit::textEdited, this, &FindBar::search);
    connect(m_case, &QToolButton::toggled, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_search, &QFutureWatcherBase::finished, this, [this] {
        if (m_search.future().resultCount() == 1)
            show(m_search.result());
    });
    connect(&view, &TextView::textChanged, this, [this] {
        if (isVisible())
            search();
    });
    connect(&view, &TextView::selectionChanged, this, &FindBar::showCount);
}

void FindBar::retranslate()
{
    m_words->setPlaceholderText(tr("Find in this text"));
    m_words->setAccessibleName(tr("Find in this text"));
    const auto name = [](QToolButton *each, const QString &text) {
        each->setToolTip(text);
        each->setAccessibleName(text);
    };
    name(m_case, tr("Match upper and lower case"));
    name(m_previous, tr("Previous place (Shift+F3)"));
    name(m_next, tr("Next place (F3)"));
    name(m_close, tr("Close (Esc)"));
    showCount();
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            step(key.modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
        if (key.key() == Qt::Key_Escape)
            return close();
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::open()
{
    const auto [begin, end] = m_view.selection();
    if (begin < end && end - begin <= longestOffer)
        m_words->setText(m_view.selectedText());
    setVisible(true);
    m_words->setFocus();
    m_words->selectAll();
    m_from = begin;
    search();
}

bool FindBar::close()
{
    if (isHidden())
        return false;
    hide();
    m_view.setMatches({});
    m_view.setFocus();
    return true;
}

bool FindBar::act(const QByteArray &id)
{
    if (id == "text.find")
        open();
    else if (id == "text.find-next" || id == "text.find-previous")
        step(id == "text.find-next" ? 1 : -1);
    else
        return false;
    return true;
}

void FindBar::search()
{
    const core::SharedText &text = m_view.map().text();
    const core::SameText wanted{toUtf8(m_words->text()), false, !m_case->isChecked()};
    m_from = m_view.selection().first;
    m_search.setFuture({});  // whatever is still on its way does not count
    if (wanted.surface.empty())
        show({});
    else if (text.size() <= searchedAtOnce)
        show(core::occurrences(text, wanted));
    else
        m_search.setFuture(QtConcurrent::run([text, wanted] { return core::occurrences(text, wanted); }));
}

void FindBar::show(std::vector<core::TextRange> found)
{
    m_view.setMatches(std::move(found));
    const auto &all = m_view.matches();
    const auto next = std::ranges::lower_bound(all, m_from, {}, &core::TextRange::first);
    if (!all.empty())
        select(next == all.end() ? 0 : std::size_t(next - all.begin()));
    showCount();
}

void FindBar::select(std::size_t match)
{
    const core::TextRange range = m_view.matches()[match];
    m_view.select(range);
    m_view.reveal(range);
}

void FindBar::step(int by)
{
    if (isHidden()) {
        open();
        return;
    }
    const auto &all = m_view.matches();
    if (all.empty())
        return;
    const auto [begin, end] = m_view.selection();
    const auto count = std::ptrdiff_t(all.size());
    std::ptrdiff_t to = 0;
    if (by > 0)
        to = std::ranges::lower_bound(all, std::max(end, begin + 1), {}, &core::TextRange::first) - all.begin();
    else
        to = std::ranges::lower_bound(all, begin, {}, &core::TextRange::first) - all.begin() - 1;
    select(std::size_t((to + count) % count));
}

void FindBar::showCount()
{
    const auto &all = m_view.matches();
    const auto at = std::ranges::lower_bound(all, m_view.selection());
    const QLocale locale;
    if (m_words->text().isEmpty())
        m_count->clear();
    else if (all.empty())
        m_count->setText(tr("Not in this text"));
    else if (at != all.end() && *at == m_view.selection())
        m_count->setText(
            tr("%1 of %2")
                .arg(locale.toString(qlonglong(at - all.begin() + 1)), locale.toString(qulonglong(all.size()))));
    else
        m_count->setText(tr("%Ln place(s)", nullptr, int(all.size())));
}

}  // namespace widgets
