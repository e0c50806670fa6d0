#include "widgets/panels/label_editor.h"
#include "core/job_options.h"
#include "core/labels.h"
#include "widgets/messages.h"
#include "widgets/panels/flow_layout.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QAbstractButton>
#include <QButtonGroup>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

namespace {

constexpr core::Shape Shapes[] = {core::Shape::Any,     core::Shape::Box,      core::Shape::RotatedBox,
                                  core::Shape::Polygon, core::Shape::Circle,   core::Shape::Line,
                                  core::Shape::Dashed,  core::Shape::Polyline, core::Shape::Point};

class Swatch : public QAbstractButton {
public:
    Swatch(core::Rgb rgb, QWidget *parent) : QAbstractButton(parent), m_color(toColor(rgb))
    {
        setCheckable(true);
        setAccessibleName(m_color.name());
        setToolTip(m_color.name());
        setFixedSize(24, 24);
    }
    QSize sizeHint() const override { return {24, 24}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(accentColor(), 2) : QPen(Qt::NoPen));
        painter.setBrush(m_color);
        painter.drawRoundedRect(QRectF(2, 2, 20, 20), 5, 5);
        if (isChecked())
            widgets::icon("check", textOn(m_color)).paint(&painter, QRect(5, 5, 14, 14));
    }

private:
    QColor m_color;
};

std::vector<std::string> splitValues(const QString &text)
{
    std::vector<std::string> values;
    for (const QString &value : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!value.trimmed().isEmpty())
            values.push_back(toUtf8(value.trimmed()));
    return values;
}

QString joined(const std::vector<std::string> &values)
{
    QStringList texts;
    for (const std::string &value : values)
        texts.push_back(toQString(value));
    return texts.join(QStringLiteral(", "));
}

QString cell(const QTableWidget &table, int row, int column)
{
    const QTableWidgetItem *item = table.item(row, column);
    return item ? item->text().trimmed() : QString();
}

}  // namespace

LabelEditor::LabelEditor(core::Label label, std::vector<core::Label> others, QMap<QKeySequence, QString> keysInUse,
                         QWidget *parent, core::JobKind kind)
    : QDialog(parent),
      m_label(std::move(label)),
      m_others(std::move(others)),
      m_keysInUse(std::move(keysInUse)),
      m_name(new QLineEdit(this)),
      m_fault(new QLabel(this)),
      m_hint(new QLabel(this)),
      m_colors(new QButtonGroup(this)),
      m_key(new QKeySequenceEdit(this)),
      m_shape(new QComboBox(this)),
      m_from(new QComboBox(this)),
      m_to(new QComboBox(this)),
      m_attributes(new QTableWidget(0, 3, this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Edit label"));
    m_name->setText(toQString(m_label.name));
    m_name->setObjectName(QStringLiteral("name"));
    for (QLabel *words : {m_fault, m_hint}) {
        words->setTextFormat(Qt::PlainText);
        words->setProperty("fault", true);
        words->setWordWrap(true);
    }
    m_hint->setObjectName(QStringLiteral("keyHint"));
    m_key->setKeySequence(QKeySequence(toQString(m_label.shortcut), QKeySequence::PortableText));
    for (const core::Shape shape : Shapes)
        m_shape->addItem(shapeText(shape), int(shape));
    m_shape->setCurrentIndex(std::max(0, m_shape->findData(int(m_label.defaultShape))));
    m_attributes->setHorizontalHeaderLabels({tr("Attribute"), tr("Values, separated by commas"), tr("Default")});
    m_attributes->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_attributes->verticalHeader()->hide();
    m_attributes->setMinimumHeight(110);
    for (const core::AttributeSpec &spec : m_label.attributes)
        if (!spec.name.starts_with('@'))  // kept of a file
            addAttribute(spec);

    auto *form = new QFormLayout;
    addFields(*form, kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 14);
    column->setSpacing(10);
    column->addLayout(form);
    const bool relates = m_label.role == core::LabelRole::Relation;
    m_attributes->setVisible(!relates);  // relations have none
    if (!relates) {
        column->addWidget(m_attributes, 1);
        column->addLayout(attributeButtons());
    }
    column->addWidget(m_fault);
    column->addWidget(m_buttons);
    resize(480, relates ? 280 : 440);

    connect(m_name, &QLineEdit::textChanged, this, &LabelEditor::check);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &LabelEditor::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_name->selectAll();
    check();
}

void LabelEditor::addFields(QFormLayout &form, core::JobKind kind)
{
    form.setSpacing(10);
    form.addRow(tr("Name"), m_name);
    form.addRow(tr("Colour"), swatches());
    form.addRow(tr("Key"), m_key);
    form.addRow(QString(), m_hint);
    const bool draws = m_label.role == core::LabelRole::Plain && core::isOfImages(kind);
    m_shape->setVisible(draws);
    if (draws)
        form.addRow(tr("Default shape"), m_shape);
    const bool relates = m_label.role == core::LabelRole::Relation;
    m_from->setVisible(relates);
    m_to->setVisible(relates);
    if (relates)
        addEnds(form);
}

void LabelEditor::addEnds(QFormLayout &form)
{
    for (const auto &[field, end] : {std::pair(m_from, m_label.fromLabel), {m_to, m_label.toLabel}}) {
        field->addItem(tr("any entity"), qlonglong(0));
        for (const core::Label &other : m_others)
            if (other.role != core::LabelRole::Relation)
                field->addItem(toQString(other.name), qlonglong(other.id.value));
        field->setCurrentIndex(std::max(0, field->findData(qlonglong(end.value))));
    }
    m_from->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("to"));
    form.addRow(tr("From"), m_from);
    form.addRow(tr("To"), m_to);
}

QWidget *LabelEditor::swatches()
{
    auto *swatches = new QWidget(this);
    auto *flow = new FlowLayout(swatches, 2);
    std::vector<core::Rgb> colors(labelColors().begin(), labelColors().end());
    if (std::ranges::find(colors, m_label.rgb) == colors.end())
        colors.push_back(m_label.rgb);
    for (const core::Rgb rgb : colors) {
        auto *swatch = new Swatch(rgb, swatches);
        m_colors->addButton(swatch, int(rgb));
        flow->addWidget(swatch);
    }
    auto *more = new QToolButton(swatches);
    more->setIcon(icon("palette"));
    more->setToolTip(tr("Another colour…"));
    more->setAccessibleName(tr("Another colour…"));
    flow->addWidget(more);
    m_colors->button(int(m_label.rgb))->setChecked(true);
    connect(more, &QToolButton::clicked, this, &LabelEditor::chooseColor);
    return swatches;
}

QLayout *LabelEditor::attributeButtons()
{
    auto *add = new QPushButton(icon("plus"), tr("Add attribute"), this);
    auto *remove = new QPushButton(icon("minus"), tr("Remove attribute"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    connect(add, &QPushButton::clicked, this, [this] {
        addAttribute({});
        m_attributes->editItem(m_attributes->item(m_attributes->rowCount() - 1, 0));
    });
    connect(remove, &QPushButton::clicked, this, [this] { m_attributes->removeRow(m_attributes->currentRow()); });
    return row;
}

core::Label LabelEditor::label() const
{
    core::Label edited = m_label;
    edited.name = toUtf8(m_name->text().trimmed());
    edited.rgb = core::Rgb(m_colors->checkedId());
    edited.shortcut = toUtf8(key().toString(QKeySequence::PortableText));
    edited.defaultShape = core::Shape(m_shape->currentData().toInt());
    if (edited.role == core::LabelRole::Relation) {
        edited.fromLabel = {m_from->currentData().toLongLong()};
        edited.toLabel = {m_to->currentData().toLongLong()};
    }
    std::erase_if(edited.attributes, [](const core::AttributeSpec &spec) { return !spec.name.starts_with('@'); });
    for (int row = 0; row < m_attributes->rowCount(); ++row)
        if (const QString name = cell(*m_attributes, row, 0); !name.isEmpty())
            edited.attributes.push_back(
                {toUtf8(name), splitValues(cell(*m_attributes, row, 1)), toUtf8(cell(*m_attributes, row, 2))});
    return edited;
}

// One stroke: of several pressed in a row the first.
QKeySequence LabelEditor::key() const
{
    const QKeySequence pressed = m_key->keySequence();
    return pressed.isEmpty() ? pressed : QKeySequence(pressed[0]);
}

void LabelEditor::chooseColor()
{
    auto *dialog = new QColorDialog(toColor(core::Rgb(m_colors->checkedId())), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &color) { setColor(toRgb(color)); });
    dialog->open();
}

void LabelEditor::setColor(core::Rgb rgb)
{
    if (!m_colors->button(int(rgb))) {
        QWidget *swatches = m_colors->buttons().first()->parentWidget();
        auto *swatch = new Swatch(rgb, swatches);
        m_colors->addButton(swatch, int(rgb));
        swatches->layout()->addWidget(swatch);
        swatch->show();
    }
    m_colors->button(int(rgb))->setChecked(true);
}

void LabelEditor::addAttribute(const core::AttributeSpec &spec)
{
    const int row = m_attributes->rowCount();
    m_attributes->insertRow(row);
    m_attributes->setItem(row, 0, new QTableWidgetItem(toQString(spec.name)));
    m_attributes->setItem(row, 1, new QTableWidgetItem(joined(spec.values)));
    m_attributes->setItem(row, 2, new QTableWidgetItem(toQString(spec.defaultValue)));
}

void LabelEditor::check()
{
    const core::Label now = label();
    const auto keyTaker = std::ranges::find_if(m_others, [&now](const core::Label &other) {
        return other.id != now.id && !other.shortcut.empty() && other.shortcut == now.shortcut;
    });
    QString fault;
    if (now.name.empty())
        fault = tr("A label needs a name.");
    else if (core::namesake(m_others, now))
        fault = tr("There is a label of this name already. Use “Merge into…” to unite them.");
    else if (keyTaker != m_others.end())
        fault = tr("This key belongs to “%1”.").arg(toQString(keyTaker->name));
    const QString user = m_keysInUse.value(key());
    m_hint->setText(user.isEmpty() ? QString() : tr("This key does “%1” and would not choose the label.").arg(user));
    m_hint->setVisible(!user.isEmpty());
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

}  // namespace widgets
