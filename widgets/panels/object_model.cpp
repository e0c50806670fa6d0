#include "widgets/panels/object_model.h"
#include "core/audio/segment_edits.h"
#include "core/shapes.h"
#include "core/text/text_spans.h"
#include "widgets/messages.h"
#include "widgets/panels/annotation_changes.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <limits>
#include <unordered_set>

namespace widgets {

namespace {

// The area of masks and polygons, the place of entities; empty for others.
QString extentText(const core::Geometry &geometry)
{
    if (const auto *span = std::get_if<core::TextSpan>(&geometry))
        return placeText(*span);
    if (!std::holds_alternative<core::Mask>(geometry) && !std::holds_alternative<core::Polygon>(geometry))
        return {};
    return ObjectModel::tr("%1 px").arg(QLocale().toString(core::area(geometry), 'f', 0));
}

// Where an object stands: the top first, in texts and sounds from their beginning, the longer before what lies within
// it.
std::tuple<std::int64_t, std::int64_t, std::int64_t> placeOf(const core::Annotation &object)
{
    if (const core::TimeSpan *time = core::timeSpanOf(object))
        return {time->begin, -time->end, object.id.value};
    const core::TextSpan *span = core::textSpanOf(object);
    if (!span)
        return {-object.order, -object.id.value, 0};
    const auto [begin, end] = core::hullOf(span->parts);
    return {begin, -end, object.id.value};
}

// What stands at the right of a line: label of an entity, area or place, confidence, number.
QString marksOf(const QModelIndex &index, const QFontMetrics &metrics, int labelWidth)
{
    QStringList marks;
    if (const QString label = index.data(ObjectModel::LabelRole).toString(); !label.isEmpty())
        marks.push_back(metrics.elidedText(label, Qt::ElideRight, labelWidth));
    if (const QString extent = index.data(ObjectModel::ExtentRole).toString(); !extent.isEmpty())
        marks.push_back(extent);
    if (const QVariant confidence = index.data(ObjectModel::ConfidenceRole); confidence.isValid())
        marks.push_back(QLocale().toString(confidence.toDouble(), 'f', 2));
    if (const int number = index.data(ObjectModel::NumberRole).toInt())
        marks.push_back(QStringLiteral("#%1").arg(number));
    return marks.join(QStringLiteral("  "));
}

}  // namespace

void ObjectModel::setContent(std::shared_ptr<const core::SampleContent> content,
                             std::shared_ptr<const std::vector<core::Label>> labels)
{
    const bool relabelled = labels != m_labels;
    const auto before = std::exchange(m_content, std::move(content));
    if (relabelled) {
        m_labels = std::move(labels);
        m_labelPlaces.clear();
        for (const core::Label &label : this->labels())
            m_labelPlaces.emplace(label.id, int(m_labelPlaces.size()));
    }
    m_passages.setText(m_content ? m_content->sample.text : std::nullopt);
    take(before && m_content && !relabelled ? adjusted(*before) : sorted());
    if (relabelled && !m_objects.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void ObjectModel::setSort(ObjectSort sort)
{
    m_sort = sort;
    take(sorted());
}

ObjectModel::Key ObjectModel::keyOf(const core::Annotation &object) const
{
    double rank = 0;
    if (m_sort == ObjectSort::Confidence) {
        rank = object.confidence.value_or(std::numeric_limits<double>::infinity());
    } else if (m_sort == ObjectSort::Label) {
        const auto place = m_labelPlaces.find(object.label);
        rank = place == m_labelPlaces.end() ? double(m_labelPlaces.size()) : place->second;
    }
    return {rank, placeOf(object)};
}

std::vector<core::AnnotationPtr> ObjectModel::sorted() const
{
    std::vector<core::AnnotationPtr> objects;
    if (!m_content)
        return objects;
    std::vector<std::pair<Key, const core::AnnotationPtr *>> keys;  // read once: 50,000 objects lie far apart
    keys.reserve(m_content->annotations.size());
    for (const core::AnnotationPtr &object : m_content->annotations)
        keys.push_back({keyOf(*object), &object});
    std::ranges::sort(keys, {}, [](const auto &each) { return each.first; });
    objects.reserve(keys.size());
    for (const auto &[key, object] : keys)
        objects.push_back(*object);
    return objects;
}

// The lines as they are with what changed since `before` taken out and put in: as sorted(), for a few changes.
std::vector<core::AnnotationPtr> ObjectModel::adjusted(const core::SampleContent &before) const
{
    constexpr std::size_t few = 64;
    const AnnotationChanges changes = changesBetween(before.annotations, m_content->annotations);
    if (changes.size() > few)
        return sorted();
    std::vector<core::AnnotationPtr> objects = m_objects;
    if (!changes.gone.empty())
        std::erase_if(objects, [gone = std::unordered_set(changes.gone.begin(), changes.gone.end())](
                                   const core::AnnotationPtr &object) { return gone.contains(object); });
    const auto key = [this](const core::AnnotationPtr &object) { return keyOf(*object); };
    for (const core::AnnotationPtr &object : changes.come)
        objects.insert(std::ranges::upper_bound(objects, keyOf(*object), {}, key), object);
    return objects;
}

// Equal heads and tails stay, so that one edit among 50,000 objects moves one line.
void ObjectModel::take(std::vector<core::AnnotationPtr> now)
{
    const auto same = [](const core::AnnotationPtr &a, const core::AnnotationPtr &b) {
        return a == b || a->id == b->id;
    };
    const auto heads = std::mismatch(m_objects.begin(), m_objects.end(), now.begin(), now.end(), same);
    const int head = int(heads.first - m_objects.begin());
    const auto tails = std::mismatch(m_objects.rbegin(), std::make_reverse_iterator(heads.first), now.rbegin(),
                                     std::make_reverse_iterator(heads.second), same);
    const int tail = int(tails.first - m_objects.rbegin());
    const int gone = int(m_objects.size()) - head - tail, come = int(now.size()) - head - tail;
    m_rows.clear();
    m_asked = 0;
    if (gone > 0 && come > 0) {
        beginResetModel();
        m_objects = std::move(now);
        endResetModel();
    } else if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_objects = std::move(now);
        endRemoveRows();
    } else if (come > 0) {
        beginInsertRows({}, head, head + come - 1);
        m_objects = std::move(now);
        endInsertRows();
    } else {
        const auto before = std::exchange(m_objects, std::move(now));
        for (int row = 0; row < rowCount(); ++row)
            if (before[std::size_t(row)] != m_objects[std::size_t(row)])
                emit dataChanged(index(row), index(row));
    }
}

const std::vector<core::Label> &ObjectModel::labels() const
{
    static const std::vector<core::Label> none;
    return m_labels ? *m_labels : none;
}

const core::Label *ObjectModel::label(core::LabelId id) const
{
    const auto found = std::ranges::find(labels(), id, &core::Label::id);
    return found == labels().end() ? nullptr : &*found;
}

QString ObjectModel::labelName(core::LabelId id) const
{
    const core::Label *known = label(id);
    return known ? toQString(known->name) : tr("No label");
}

core::AnnotationPtr ObjectModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_objects[std::size_t(row)] : nullptr;
}

int ObjectModel::rowOf(core::AnnotationId id) const
{
    constexpr int seldom = 4;
    if (m_rows.empty() && m_asked++ < seldom) {
        const auto at = std::ranges::find(m_objects, id, [](const core::AnnotationPtr &object) { return object->id; });
        return at == m_objects.end() ? -1 : int(at - m_objects.begin());
    }
    if (m_rows.empty())
        for (int row = 0; row < rowCount(); ++row)
            m_rows.emplace(m_objects[std::size_t(row)]->id, row);
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? -1 : found->second;
}

int ObjectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_objects.size());
}

QVariant ObjectModel::data(const QModelIndex &index, int role) const
{
    const core::AnnotationPtr object = at(index.row());
    if (!object)
        return {};
    const core::Label *shown = label(object->label);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case LabelRole: return title(*object, role);
    case ColorRole: return shown ? toColor(shown->rgb) : secondaryColor();
    case IconRole: return isText() ? QByteArray() : QByteArray(iconName(object->geometry));
    case NumberRole: return m_sort == ObjectSort::Order && !isText() ? rowCount() - index.row() : 0;
    case ConfidenceRole: return object->confidence ? QVariant(*object->confidence) : QVariant();
    case HiddenRole: return core::isSet(object->attributes, core::builtin::Hidden);
    case LockedRole: return core::isSet(object->attributes, core::builtin::Locked);
    case ProposedRole: return object->proposed;
    case ExtentRole: return extentText(object->geometry);
    default: return {};
    }
}

// An entity is known by its text, another object by its label.
QVariant ObjectModel::title(const core::Annotation &object, int role) const
{
    const core::TextSpan *span = isText() ? core::textSpanOf(object) : nullptr;
    const QString name = labelName(object.label);
    if (role == LabelRole)
        return span ? QVariant(name) : QVariant();
    const QString text = span ? m_passages.shown(*span) : name;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(text, span ? name : kindText(object.geometry));
    return text;
}

QRect ObjectDelegate::eyeRect(const QRect &line)
{
    return {line.right() - 52, line.center().y() - 11, 24, 24};
}

QRect ObjectDelegate::lockRect(const QRect &line)
{
    return {line.right() - 28, line.center().y() - 11, 24, 24};
}

void ObjectDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    const bool hidden = index.data(ObjectModel::HiddenRole).toBool(),
               locked = index.data(ObjectModel::LockedRole).toBool();
    QRect line = option.rect.adjusted(4, 1, -4, -1);
    if (selected || hovered) {
        QColor fill = selected ? accentColor() : option.palette.color(QPalette::WindowText);
        fill.setAlpha(selected ? 50 : 14);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(line, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_Active) {
        painter->setPen(QPen(accentColor(), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), 6, 6);
    }
    if (hidden || hovered)
        icon(hidden ? "eye-off" : "eye", secondaryColor()).paint(painter, eyeRect(option.rect).adjusted(4, 4, -4, -4));
    if (locked || hovered)
        icon(locked ? "lock" : "lock-open", secondaryColor())
            .paint(painter, lockRect(option.rect).adjusted(4, 4, -4, -4));

    const QColor color = index.data(ObjectModel::ColorRole).value<QColor>();
    const QRect swatch(line.left() + 8, line.center().y() - 6, 12, 12);
    painter->setPen(index.data(ObjectModel::ProposedRole).toBool() ? QPen(color, 2, Qt::DotLine) : QPen(Qt::NoPen));
    painter->setBrush(index.data(ObjectModel::ProposedRole).toBool() ? QBrush(Qt::NoBrush) : QBrush(color));
    painter->drawRoundedRect(swatch, 3, 3);
    QRect kind(swatch.right() + 9, line.center().y() - 7, 15, 15);
    if (const QByteArray name = index.data(ObjectModel::IconRole).toByteArray(); !name.isEmpty())
        icon(name, secondaryColor()).paint(painter, kind);
    else
        kind = swatch;
    QRect text(kind.right() + 8, line.top(), line.right() - 58 - kind.right(), line.height());
    const QString marks = marksOf(index, painter->fontMetrics(), text.width() * 2 / 5);
    painter->setPen(secondaryColor());
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, marks);
    text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(marks) - 8);
    painter->setPen(hidden ? secondaryColor() : option.palette.color(QPalette::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

const char *iconName(const core::Geometry &geometry)
{
    struct Names {
        const char *operator()(const core::WholeSample &) const { return "image"; }
        const char *operator()(const core::Box &box) const { return box.angle == 0 ? "square" : "diamond"; }
        const char *operator()(const core::Polygon &) const { return "pentagon"; }
        const char *operator()(const core::Polyline &line) const
        {
            return line.points.size() == 2 ? "slash" : "waypoints";
        }
        const char *operator()(const core::Circle &) const { return "circle"; }
        const char *operator()(const core::Point &) const { return "dot"; }
        const char *operator()(const core::Keypoints &) const { return "waypoints"; }
        const char *operator()(const core::Mask &) const { return "brush"; }
        const char *operator()(const core::TimeSpan &) const { return "audio-lines"; }
        const char *operator()(const core::TextSpan &) const { return "type"; }
        const char *operator()(const core::Track &) const { return "route"; }
    };
    return std::visit(Names{}, geometry);
}

}  // namespace widgets
