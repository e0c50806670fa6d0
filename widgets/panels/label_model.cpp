#include "widgets/panels/label_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <algorithm>

namespace widgets {

namespace {

const QString LabelMime = QStringLiteral("application/x-labelwright-label");

void paintKey(QPainter &painter, QRect &line, const QString &key, const QPalette &palette)
{
    const int width = std::max(18, painter.fontMetrics().horizontalAdvance(key) + 10);
    const QRectF cap(line.right() - width + 0.5, line.center().y() - 8.5, width - 1, 18);
    painter.setPen(palette.color(QPalette::Dark));
    painter.setBrush(palette.color(QPalette::Button));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(secondaryColor());
    painter.drawText(cap, Qt::AlignCenter, key);
    line.setRight(line.right() - width - 8);
}

}  // namespace

void LabelModel::setLabels(std::shared_ptr<const std::vector<core::Label>> labels)
{
    m_labels = std::move(labels);
    list();
}

void LabelModel::setCounts(const std::vector<core::LabelCount> &counts)
{
    m_counts.clear();
    for (const core::LabelCount &count : counts)
        m_counts[count.label] = count;
    repaintAll();
}

void LabelModel::setCurrent(core::LabelId label)
{
    m_current = label;
    if (label) {
        std::erase(m_recent, label);
        m_recent.insert(m_recent.begin(), label);
    }
    repaintAll();
}

void LabelModel::setMarked(const QList<core::LabelId> &labels)
{
    m_marked = labels;
    repaintAll();
}

void LabelModel::setKeyTexts(const QStringList &keys)
{
    m_keys = keys;
    repaintAll();
}

void LabelModel::setSearch(const QString &text)
{
    m_search = text.trimmed();
    list();
}

void LabelModel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    list();
}

const std::vector<core::Label> &LabelModel::labels() const
{
    static const std::vector<core::Label> none;
    return m_labels ? *m_labels : none;
}

const core::Label *LabelModel::label(core::LabelId id) const
{
    const auto found = std::ranges::find(labels(), id, &core::Label::id);
    return found == labels().end() ? nullptr : &*found;
}

const core::Label *LabelModel::labelNamed(const QString &name) const
{
    const auto found = std::ranges::find(labels(), toUtf8(name.trimmed()), &core::Label::name);
    return found == labels().end() ? nullptr : &*found;
}

const core::Label *LabelModel::labelAt(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &labels()[m_shown[std::size_t(row)]] : nullptr;
}

core::LabelCount LabelModel::countOf(core::LabelId id) const
{
    const auto found = m_counts.find(id);
    return found == m_counts.end() ? core::LabelCount{id, 0, 0} : found->second;
}

int LabelModel::rowOf(core::LabelId id) const
{
    const auto found = std::ranges::find(m_shown, id, [this](std::size_t i) { return labels()[i].id; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

QString LabelModel::keyOf(const core::Label &label) const
{
    return m_keys.value(&label - labels().data());
}

void LabelModel::list()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < labels().size(); ++i)
        if (m_search.isEmpty() || toQString(labels()[i].name).contains(m_search, Qt::CaseInsensitive))
            m_shown.push_back(i);
    if (!m_search.isEmpty())
        std::ranges::stable_sort(m_shown, {}, [this](std::size_t i) {
            const bool exact = toQString(labels()[i].name).compare(m_search, Qt::CaseInsensitive) == 0;
            return exact ? std::ptrdiff_t(-1) : std::ranges::find(m_recent, labels()[i].id) - m_recent.begin();
        });
    m_adds = !m_readOnly && !m_search.isEmpty() && !labelNamed(m_search);
    endResetModel();
}

void LabelModel::repaintAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int LabelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size()) + (m_adds ? 1 : 0);
}

QVariant LabelModel::data(const QModelIndex &index, int role) const
{
    const core::Label *label = labelAt(index.row());
    if (!label) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("Add “%1”").arg(m_search);
        return role == AddRole ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return toQString(label->name);
    case Qt::AccessibleTextRole:
        return tr("%1, key %2, %n annotations", nullptr, int(countOf(label->id).annotations))
            .arg(toQString(label->name), keyOf(*label));
    case IdRole: return qlonglong(label->id.value);
    case ColorRole: return toColor(label->rgb);
    case CountRole: return qlonglong(countOf(label->id).annotations);
    case KeyRole: return keyOf(*label);
    case CurrentRole: return label->id == m_current;
    case MarkedRole: return m_marked.contains(label->id);
    default: return {};
    }
}

Qt::ItemFlags LabelModel::flags(const QModelIndex &index) const
{
    const bool moves = !m_readOnly && m_search.isEmpty();
    const Qt::ItemFlags own = index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    if (!moves)
        return own;
    return index.isValid() ? own | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

QStringList LabelModel::mimeTypes() const
{
    return {LabelMime};
}

QMimeData *LabelModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(LabelMime, QByteArray::number(indexes.value(0).data(IdRole).toLongLong()));
    return data;
}

bool LabelModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    if (!data->hasFormat(LabelMime))
        return false;
    const core::LabelId id{data->data(LabelMime).toLongLong()};
    const int to = row >= 0 ? row : parent.isValid() ? parent.row() : int(m_shown.size());
    emit moveWanted(id, to);
    return false;  // the labels come back in the new order; the view must not remove the line
}

void LabelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette &palette = option.palette;
    const bool current = index.data(LabelModel::CurrentRole).toBool();
    const QRect row = option.rect.adjusted(4, 1, -4, -1);
    painter->setPen(Qt::NoPen);
    if (current || option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        QColor fill = current ? accentColor() : palette.color(QPalette::WindowText);
        fill.setAlpha(current ? 48 : 14);
        painter->setBrush(fill);
        painter->drawRoundedRect(row, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(accentColor(), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
    }
    QRect line = row.adjusted(8, 0, -8, 0);
    const QRect swatch(line.left(), line.center().y() - 6, 14, 14);
    if (index.data(LabelModel::AddRole).toBool()) {
        icon("plus", accentColor()).paint(painter, swatch);
    } else {
        const QColor color = index.data(LabelModel::ColorRole).value<QColor>();
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(swatch, 4, 4);
        if (index.data(LabelModel::MarkedRole).toBool())
            icon("check", textOn(color)).paint(painter, swatch.adjusted(1, 1, -1, -1));
    }
    line.setLeft(swatch.right() + 10);
    painter->setFont(option.font);
    if (const QString key = index.data(LabelModel::KeyRole).toString(); !key.isEmpty())
        paintKey(*painter, line, key, palette);
    else
        line.setRight(line.right() - 26);
    if (const qlonglong count = index.data(LabelModel::CountRole).toLongLong(); count > 0) {
        const QString number = QLocale().toString(count);
        painter->setPen(secondaryColor());
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
        line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(number) - 8);
    }
    QFont font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize LabelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(30, option.fontMetrics.height() + 12)};
}

}  // namespace widgets
