#include "widgets/panels/span_fields.h"
#include "core/text/boundaries.h"
#include "widgets/panels/form.h"
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <limits>

namespace widgets {

namespace {

int shownAs(std::int64_t position)
{
    return int(std::min<std::int64_t>(position, std::numeric_limits<int>::max()));
}

// The character boundary at the position, or the next one on the way from where it was.
std::int64_t boundaryTowards(const core::Boundaries &text, std::int64_t position, std::int64_t from)
{
    if (text.isCluster(position))
        return position;
    return position > from ? text.nextCluster(position) : text.previousCluster(position);
}

}  // namespace

SpanFields::SpanFields(QWidget *parent)
    : QWidget(parent),
      m_begin(new QSpinBox(this)),
      m_end(new QSpinBox(this)),
      m_surface(newValue(QString(), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_surface, 0, 0, 1, 4);
    const std::tuple<QSpinBox *, QString, const char *, int> fields[] = {{m_begin, tr("Begin"), "begin", 0},
                                                                         {m_end, tr("End"), "end", 2}};
    for (const auto &[box, title, name, column] : fields) {
        box->setObjectName(name);
        box->setKeyboardTracking(false);
        box->setMinimumWidth(60);
        box->setAccessibleName(title);
        box->setToolTip(tr("In characters as Unicode counts them (code points), from 0"));
        QLabel *words = newTitle(title, this);
        words->setBuddy(box);
        grid->addWidget(words, 1, column);
        grid->addWidget(box, 1, column + 1);
        connect(box, &QSpinBox::valueChanged, this, [this, field = box] { edited(field); });
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void SpanFields::show(const std::optional<core::SharedText> &text, const core::TextSpan &span)
{
    m_passages.setText(text);
    m_span = span;
    m_surface->setText(m_passages.shown(span));
    const QSignalBlocker quiet(m_begin), alsoQuiet(m_end);
    const auto first = span.parts.front(), last = span.parts.back();
    m_begin->setRange(0, shownAs(first.second - 1));
    m_end->setRange(shownAs(last.first + 1), shownAs(map().codePoints()));
    m_begin->setValue(shownAs(first.first));
    m_end->setValue(shownAs(last.second));
}

void SpanFields::edited(QSpinBox *box)
{
    const core::Boundaries text(map());
    core::TextSpan after = m_span;
    auto &position = box == m_begin ? after.parts.front().first : after.parts.back().second;
    position = boundaryTowards(text, box->value(), position);
    if (after.parts.front().first < after.parts.front().second && after.parts.back().first < after.parts.back().second)
        emit spanEdited(after, box->objectName());
}

}  // namespace widgets
