#include "widgets/audio/segment_model.h"
#include "core/audio/sound_time.h"
#include "core/labelling.h"
#include "widgets/audio/segment_words.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include "widgets/theme.h"
#include <QLocale>
#include <algorithm>
#include <set>

namespace widgets {

using namespace core;

namespace {

constexpr int fixedBefore = 6;  // columns before those of the classes

std::string_view attributeOf(SegmentModel::Field field)
{
    return field == SegmentModel::Field::Content ? builtin::Content : builtin::Speaker;
}

int alignmentOf(SegmentModel::Field field)
{
    return int(Qt::AlignVCenter | (field < SegmentModel::Field::Label ? Qt::AlignRight : Qt::AlignLeft));
}

QString wordOf(const Annotation &segment, std::string_view name)
{
    const std::string *value = valueOf(segment.attributes, name);
    return value ? toQString(*value) : QString();
}

}  // namespace

SegmentModel::SegmentModel(const SegmentMarks &marks, QObject *parent) : QAbstractTableModel(parent), m_marks(marks) {}

std::int64_t SegmentModel::rate() const
{
    return m_marks.isEmpty() ? nominalRate : rateOf(m_marks.content().sample->sample.media);
}

void SegmentModel::refresh()
{
    const Job &job = m_marks.content().job;
    const SampleId sample = m_marks.isEmpty() ? SampleId{} : m_marks.content().sample->sample.id;
    if (sample != m_sample || job.id != m_job || job.options != m_options) {
        beginResetModel();
        m_sample = sample;
        m_job = job.id;
        m_options = job.options;
        m_hasContent = core::hasContent(job);
        m_classes = labelClasses(job);
        m_rows = m_marks.inTime();
        endResetModel();
        return;
    }
    // Equal heads and tails stay, so that one edit among 20,000 rows touches one.
    const std::vector<AnnotationPtr> &now = m_marks.inTime();
    const auto same = [](const AnnotationPtr &a, const AnnotationPtr &b) { return a == b || a->id == b->id; };
    const auto heads = std::mismatch(m_rows.begin(), m_rows.end(), now.begin(), now.end(), same);
    const int head = int(heads.first - m_rows.begin());
    const auto tails = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(heads.first), now.rbegin(),
                                     std::make_reverse_iterator(heads.second), same);
    const int tail = int(tails.first - m_rows.rbegin());
    const int gone = int(m_rows.size()) - head - tail, come = int(now.size()) - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.erase(m_rows.begin() + head, m_rows.begin() + head + gone);
        endRemoveRows();
    }
    if (come > 0)
        beginInsertRows({}, head, head + come - 1);
    m_rows = now;
    if (come > 0)
        endInsertRows();
    if (!m_rows.empty())  // only what is in sight is asked again
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

SegmentModel::Field SegmentModel::fieldOf(int column) const
{
    if (column < fixedBefore)
        return Field(column);
    return column < fixedBefore + int(m_classes.size()) ? Field::Class : Field::Content;
}

int SegmentModel::columnOf(Field field) const
{
    if (field == Field::Class)
        return m_classes.empty() ? -1 : fixedBefore;
    if (field == Field::Content)
        return m_hasContent ? fixedBefore + int(m_classes.size()) : -1;
    return int(field);
}

const AttributeSpec *SegmentModel::classOf(int column) const
{
    return fieldOf(column) == Field::Class ? &m_classes[std::size_t(column - fixedBefore)] : nullptr;
}

AnnotationId SegmentModel::idAt(int row) const
{
    const Annotation *segment = at(row);
    return segment ? segment->id : AnnotationId{};
}

int SegmentModel::rowOf(AnnotationId id) const
{
    return m_marks.placeOf(id);
}

const Annotation *SegmentModel::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].get() : nullptr;
}

QStringList SegmentModel::speakers() const
{
    std::set<std::string> all;
    for (const AnnotationPtr &each : m_rows)
        if (const std::string *speaker = valueOf(each->attributes, builtin::Speaker))
            all.insert(*speaker);
    QStringList names;
    for (const std::string &each : all)
        names << toQString(each);
    return names;
}

int SegmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SegmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fixedBefore + int(m_classes.size()) + (m_hasContent ? 1 : 0);
}

QString SegmentModel::valueName(int column) const
{
    const AttributeSpec *spec = classOf(column);
    return toQString(spec ? std::string_view(spec->name) : attributeOf(fieldOf(column)));
}

QString SegmentModel::textOf(const Annotation &segment, int column) const
{
    const TimeSpan &span = *timeSpanOf(segment);
    switch (fieldOf(column)) {
    case Field::Begin: return toQString(clockText(span.begin, rate()));
    case Field::End: return toQString(clockText(span.end, rate()));
    case Field::Duration: return toQString(secondsText(span.end - span.begin, rate(), 3));
    case Field::Label: return visible(m_marks.labelName(segment.label));
    case Field::Speaker:
    case Field::Content: return visible(wordOf(segment, attributeOf(fieldOf(column))));
    case Field::Class: return visible(wordOf(segment, classOf(column)->name));
    case Field::Number: break;
    }
    return {};
}

// Times with as many decimals as it takes to come back to the same sample.
QString SegmentModel::editTextOf(const Annotation &segment, int column) const
{
    const Field field = fieldOf(column);
    if (field == Field::Speaker || field == Field::Content)
        return wordOf(segment, attributeOf(field));
    if (field != Field::Begin && field != Field::End)
        return textOf(segment, column);
    const TimeSpan &span = *timeSpanOf(segment);
    const std::int64_t sample = field == Field::Begin ? span.begin : span.end;
    const std::string text = clockText(sample, rate());
    return toQString(sampleOfClock(text, rate()) == sample ? text : clockText(sample, rate(), exactDecimals(rate())));
}

QString SegmentModel::tipOf(const Annotation &segment, int column) const
{
    const Field field = fieldOf(column);
    if (field == Field::Number) {
        QStringList lines;
        for (const SegmentFault fault : m_marks.faultsOf(segment))
            lines << faultText(fault);
        return lines.join('\n');
    }
    if (field == Field::Begin || field == Field::End) {
        const QString exact = editTextOf(segment, column);
        return exact == textOf(segment, column) ? QString() : exact;
    }
    const QString said = field == Field::Content ? wordOf(segment, builtin::Content) : QString();
    return said.isEmpty() ? said : QStringLiteral("<p>%1</p>").arg(said.toHtmlEscaped());
}

QVariant SegmentModel::data(const QModelIndex &index, int role) const
{
    const Annotation *segment = at(index.row());
    if (!segment)
        return {};
    const int column = index.column();
    const Field field = fieldOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return field == Field::Number ? QLocale().toString(index.row() + 1) : textOf(*segment, column);
    case Qt::EditRole: return editTextOf(*segment, column);
    case Qt::ToolTipRole: return tipOf(*segment, column);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (field < Field::Label ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        if (field == Field::Label)
            return m_marks.color(segment->label);
        return field == Field::Number && !m_marks.faultsOf(*segment).empty()
                   ? QVariant(icon("triangle-alert", warningColor()))
                   : QVariant();
    case Qt::FontRole:
        if (segment->proposed) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default: return {};
    }
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(fieldOf(section));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (fieldOf(section)) {
    case Field::Number: return tr("No.");
    case Field::Begin: return tr("Start");
    case Field::End: return tr("End");
    case Field::Duration: return tr("Length (s)");
    case Field::Label: return tr("Label");
    case Field::Speaker: return tr("Speaker");
    case Field::Class: return visible(toQString(classOf(section)->name));
    case Field::Content: return tr("Content");
    }
    return {};
}

Qt::ItemFlags SegmentModel::flags(const QModelIndex &index) const
{
    const Field field = fieldOf(index.column());
    const bool edits = field != Field::Number && field != Field::Duration;
    return QAbstractTableModel::flags(index) | (edits ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QString SegmentModel::complaint(int column, const QString &text) const
{
    const Field field = fieldOf(column);
    if ((field != Field::Begin && field != Field::End) || sampleOfClock(toUtf8(text.trimmed()), rate()))
        return {};
    return tr("“%1” is no time. Write it as hours:minutes:seconds, for example 00:01:02.345.").arg(text.trimmed());
}

void SegmentModel::setTime(const Annotation &segment, Field field, const QString &text)
{
    const TimeSpan &span = *timeSpanOf(segment);
    const auto sample = sampleOfClock(toUtf8(text.trimmed()), rate());
    if (!sample)
        return;
    emit acted(setTimes(*m_marks.content().sample, m_marks.rule(), segment.id,
                        field == Field::Begin ? *sample : span.begin, field == Field::End ? *sample : span.end));
}

bool SegmentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Annotation *segment = at(index.row());
    if (role != Qt::EditRole || !segment || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (text == editTextOf(*segment, index.column()))
        return true;
    if (const QString why = complaint(index.column(), text); !why.isEmpty()) {
        emit told(why);
        return false;
    }
    const AnnotationId id = segment->id;
    const SampleContent &content = *m_marks.content().sample;
    switch (fieldOf(index.column())) {
    case Field::Begin:
    case Field::End: setTime(*segment, fieldOf(index.column()), text); break;
    case Field::Label: emit acted(relabel(content, {&id, 1}, {value.toLongLong()})); break;
    case Field::Speaker:
    case Field::Class:
    case Field::Content:
        emit acted(setSegmentValue(content, {&id, 1}, toUtf8(valueName(index.column())), toUtf8(text.trimmed())));
        break;
    case Field::Number:
    case Field::Duration: return false;
    }
    return true;
}

void SegmentModel::retranslate()
{
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

}  // namespace widgets
