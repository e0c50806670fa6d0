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

void LabelModel::setKind(core::JobKind kind)
{
    m_kind = kind;
    list();
}

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

const core::Label *LabelModel::labelAt(int row) const
{
    if (row < 0 || row >= int(m_lines.size()) || m_lines[std::size_t(row)].kind != Line::Label)
        return nullptr;
    return &labels()[m_lines[std::size_t(row)].label];
}

std::optional<core::LabelRole> LabelModel::addsAt(int row) const
{
    if (row < 0 || row >= int(m_lines.size()) || m_lines[std::size_t(row)].kind != Line::Add)
        return std::nullopt;
    return m_lines[std::size_t(row)].role;
}

int LabelModel::firstChoice() const
{
    const auto found = std::ranges::find_if(m_lines, [](const Line &line) { return line.kind != Line::Heading; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

core::LabelCount LabelModel::countOf(core::LabelId id) const
{
    const auto found = m_counts.find(id);
    return found == m_counts.end() ? core::LabelCount{id, 0, 0} : found->second;
}

int LabelModel::rowOf(core::LabelId id) const
{
    const auto found = std::ranges::find_if(
        m_lines, [&](const Line &line) { return line.kind == Line::Label && labels()[line.label].id == id; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

QString LabelModel::keyOf(const core::Label &label) const
{
    return m_keys.value(&label - labels().data());
}

QString LabelModel::endsOf(const core::Label &label) const
{
    if (label.role != core::LabelRole::Relation)
        return {};
    const auto name = [this](core::LabelId end) {
        const core::Label *entity = this->label(end);
        return entity ? toQString(entity->name) : tr("any");
    };
    return QStringLiteral("%1 → %2").arg(name(label.fromLabel), name(label.toLabel));
}

void LabelModel::list()
{
    beginResetModel();
    m_lines.clear();
    for (const core::LabelRole role : core::rolesOf(m_kind))
        listSection(role);
    // The labels one may mean come before the offers to add one.
    std::ranges::stable_partition(m_lines,
                                  [this](const Line &line) { return m_search.isEmpty() || line.kind != Line::Add; });
    endResetModel();
}

void LabelModel::listSection(core::LabelRole role)
{
    std::vector<std::size_t> fitting;
    bool taken = false;
    for (std::size_t i = 0; i < labels().size(); ++i) {
        const QString name = toQString(labels()[i].name);
        if (isSectioned() && !core::isOf(labels()[i], role))
            continue;
        taken = taken || name == m_search;
        if (m_search.isEmpty() || name.contains(m_search, Qt::CaseInsensitive))
            fitting.push_back(i);
    }
    if (!m_search.isEmpty())
        std::ranges::stable_sort(fitting, {}, [this](std::size_t i) {
            const bool exact = toQString(labels()[i].name).compare(m_search, Qt::CaseInsensitive) == 0;
            return exact ? std::ptrdiff_t(-1) : std::ranges::find(m_recent, labels()[i].id) - m_recent.begin();
        });
    if (isSectioned() && !labels().empty() && (m_search.isEmpty() || !fitting.empty()))
        m_lines.push_back({Line::Heading, 0, role});
    for (const std::size_t label : fitting)
        m_lines.push_back({Line::Label, label, role});
    const bool isOther =
        isSectioned() && role != core::LabelRole::Relation && core::isWrittenRelation(toUtf8(m_search));
    if (!m_readOnly && !m_search.isEmpty() && !taken && !isOther)
        m_lines.push_back({Line::Add, 0, role});
}

void LabelModel::retranslate()
{
    repaintAll();
}

void LabelModel::repaintAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int LabelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QString LabelModel::addText(core::LabelRole role) const
{
    if (!isSectioned())
        return tr("Add “%1”").arg(m_search);
    return role == core::LabelRole::Relation ? tr("Add relation “%1”").arg(m_search)
                                             : tr("Add entity “%1”").arg(m_search);
}

QVariant LabelModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (line.kind) {
    case Line::Label: return labelData(labels()[line.label], role);
    case Line::Heading:
        if (isText)
            return line.role == core::LabelRole::Relation ? tr("Relations") : tr("Entities");
        return role == HeadingRole ? QVariant(true) : QVariant();
    case Line::Add:
        if (isText)
            return addText(line.role);
        return role == AddRole ? QVariant(int(line.role)) : QVariant();
    }
    return {};
}

QVariant LabelModel::labelData(const core::Label &label, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return toQString(label.name);
    case Qt::ToolTipRole: return endsOf(label).toHtmlEscaped();
    case Qt::AccessibleTextRole: {
        const QString name = toQString(label.name), ends = endsOf(label);
        return tr("%1, key %2, %n annotations", nullptr, int(countOf(label.id).annotations))
            .arg(ends.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, ends), keyOf(label));
    }
    case IdRole: return qlonglong(label.id.value);
    case ColorRole: return toColor(label.rgb);
    case CountRole: return qlonglong(countOf(label.id).annotations);
    case KeyRole: return keyOf(label);
    case CurrentRole: return label.id == m_current;
    case MarkedRole: return m_marked.contains(label.id);
    case EndsRole: return endsOf(label);
    default: return {};
    }
}

Qt::ItemFlags LabelModel::flags(const QModelIndex &index) const
{
    const bool moves = !m_readOnly && m_search.isEmpty();
    if (index.isValid() && index.data(HeadingRole).toBool())
        return Qt::NoItemFlags;  // keys pass over it
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
    const int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    emit moveWanted(id, to);
    return false;  // the labels come back in the new order; the view must not remove the line
}

namespace {

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    painter.save();
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(secondaryColor());
    painter.drawText(option.rect.adjusted(12, 6, -12, -2), Qt::AlignLeft | Qt::AlignBottom, text);
    painter.restore();
}

}  // namespace

void LabelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(LabelModel::HeadingRole).toBool()) {
        paintHeading(*painter, option, index.data().toString());
        return;
    }
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
    if (index.data(LabelModel::AddRole).isValid()) {
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
    const QString name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(name) + 8);
    if (const QString ends = index.data(LabelModel::EndsRole).toString(); !ends.isEmpty() && line.width() > 40) {
        painter->setFont(option.font);
        painter->setPen(secondaryColor());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(ends, Qt::ElideRight, line.width()));
    }
    painter->restore();
}

QSize LabelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(30, option.fontMetrics.height() + 12)};
}

}  // namespace widgets
