#include "widgets/panels/attribute_panel.h"
#include "core/audio/sound_time.h"
#include "core/job_options.h"
#include "core/labelling.h"
#include "core/text/text_edits.h"
#include "widgets/messages.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/form.h"
#include "widgets/panels/geometry_fields.h"
#include "widgets/panels/span_fields.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <unordered_map>

namespace widgets {

namespace {

using Objects = std::vector<core::AnnotationPtr>;
using Value = std::optional<std::string>;

// What the objects have for that name; empty outside: they differ.
std::optional<Value> common(const Objects &objects, std::string_view name)
{
    const auto valueIn = [&](const core::AnnotationPtr &object) {
        const std::string *value = core::valueOf(object->attributes, name);
        return value ? Value(*value) : Value();
    };
    const Value first = valueIn(objects.front());
    const bool same = std::ranges::all_of(objects, [&](const auto &object) { return valueIn(object) == first; });
    return same ? std::optional<Value>(std::in_place, first) : std::nullopt;
}

bool isFlag(std::string_view name)
{
    using namespace core::builtin;
    return name == Truncated || name == Occluded || name == Difficult;
}

}  // namespace

struct AttributePanel::Impl {
    AttributePanel &q;
    EmptyState *empty;
    QScrollArea *scroll;
    QWidget *page = nullptr;
    std::shared_ptr<const core::SampleContent> content;
    std::shared_ptr<const std::vector<core::Label>> labels;
    core::Job job;
    QList<core::AnnotationId> selection;
    Objects chosen;                                 // those of the selection that are there
    std::vector<std::string> shape;                 // of the page: what it has fields for
    std::vector<std::function<void()>> refreshers;  // bring a field up to date

    explicit Impl(AttributePanel &panel) : q(panel), empty(new EmptyState(&panel)), scroll(new QScrollArea(&panel))
    {
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
    }

    Objects objects() const
    {
        Objects found;
        if (!content || selection.isEmpty())
            return found;
        std::unordered_map<core::AnnotationId, core::AnnotationPtr> wanted;  // all of 50,000 may be selected
        for (const core::AnnotationId id : selection)
            wanted[id] = nullptr;
        for (const core::AnnotationPtr &object : content->annotations)
            if (const auto place = wanted.find(object->id); place != wanted.end())
                place->second = object;
        for (const core::AnnotationId id : selection)
            if (core::AnnotationPtr object = wanted[id])
                found.push_back(std::move(object));
        return found;
    }

    std::vector<core::AttributeSpec> specs(const Objects &of) const
    {
        std::vector<core::AttributeSpec> wanted;
        std::set<core::LabelId> used;
        for (const core::AnnotationPtr &object : of)
            used.insert(object->label);
        if (labels)
            for (const core::Label &label : *labels)
                if (used.contains(label.id))
                    for (const core::AttributeSpec &spec : label.attributes)
                        if (!spec.name.starts_with('@')  // kept of a file, not asked for
                            && std::ranges::find(wanted, spec.name, &core::AttributeSpec::name) == wanted.end())
                            wanted.push_back(spec);
        if (job.kind != core::JobKind::SpeechSegmentation)
            return wanted;
        for (core::AttributeSpec &spec : core::labelClasses(job))
            if (std::ranges::find(wanted, spec.name, &core::AttributeSpec::name) == wanted.end())
                wanted.push_back(std::move(spec));
        wanted.push_back({std::string(core::builtin::Speaker), {}, {}});
        if (core::hasContent(job))
            wanted.push_back({std::string(core::builtin::Content), {}, {}});
        return wanted;
    }

    QString titleOf(const std::string &name) const
    {
        return name == core::builtin::Speaker   ? tr("Speaker")
               : name == core::builtin::Content ? tr("Content")
                                                : toQString(name);
    }

    // Names some object carries and no field is made for.
    static std::vector<std::string> others(const Objects &of, const std::vector<core::AttributeSpec> &specs)
    {
        std::set<std::string> names;
        for (const core::AnnotationPtr &object : of)
            for (const auto &[name, value] : object->attributes)
                if (!isFlag(name) && name != core::builtin::Hidden && name != core::builtin::Locked
                    && std::ranges::find(specs, name, &core::AttributeSpec::name) == specs.end())
                    names.insert(name);
        return {names.begin(), names.end()};
    }

    bool isText() const { return content && content->sample.text; }
    bool isPicture() const { return !isText() && !core::isOfSounds(job.kind); }

    void setValue(const std::string &name, const Value &value)
    {
        const core::Edit edit = content ? core::setAttribute(*content, selection, name, value) : core::Edit{};
        if (!core::isNothing(edit))
            emit q.editProposed(edit);
    }

    void show()
    {
        chosen = objects();
        const Objects &of = chosen;
        scroll->setVisible(!of.empty());
        empty->setVisible(of.empty());
        if (of.empty()) {
            shape.clear();
            return;
        }
        const auto asked = specs(of);
        const auto rest = others(of, asked);
        std::vector<std::string> wanted{of.size() == 1 ? core::kindName(of.front()->geometry) : "several"};
        for (const core::AttributeSpec &spec : asked) {
            wanted.push_back(spec.name);
            wanted.insert(wanted.end(), spec.values.begin(), spec.values.end());
        }
        wanted.push_back("|");
        wanted.insert(wanted.end(), rest.begin(), rest.end());
        if (wanted != shape) {
            shape = std::move(wanted);
            build(asked, rest);
        }
        for (const auto &refresh : refreshers)
            refresh();
    }

    void build(const std::vector<core::AttributeSpec> &asked, const std::vector<std::string> &rest)
    {
        refreshers.clear();
        if (page)
            page->deleteLater();
        page = new QWidget;
        QFormLayout *form = newForm();
        packAtTop(page, form);
        for (const core::AttributeSpec &spec : asked)
            spec.values.empty() ? addText(form, spec) : addChoice(form, spec);
        auto *flags = new QVBoxLayout;
        flags->setSpacing(2);
        if (isPicture()) {
            flags->addWidget(newFlag(core::builtin::Truncated, tr("Truncated")));
            flags->addWidget(newFlag(core::builtin::Occluded, tr("Occluded")));
        }
        flags->addWidget(newFlag(core::builtin::Difficult, tr("Difficult")));
        form->addRow(newTitle(tr("Flags"), page), flags);
        if (shape.front() == core::kindName(core::TextSpan()))
            addSpan(form);
        else if (core::isOfSounds(job.kind))
            addTimes(form);
        else
            addGeometry(form);
        for (const std::string &name : rest)
            addReadOnly(form, name);
        scroll->setWidget(page);
    }

    void addChoice(QFormLayout *form, const core::AttributeSpec &spec)
    {
        auto *box = new QComboBox(page);
        box->setAccessibleName(titleOf(spec.name));
        box->addItem(QStringLiteral("–"));
        for (const std::string &value : spec.values)
            box->addItem(toQString(value), toQString(value));
        connect(box, &QComboBox::activated, &q, [this, box, name = spec.name](int index) {
            const bool none = index == 0;
            setValue(name, none ? Value() : Value(toUtf8(box->itemData(index).toString())));
        });
        refreshers.push_back([this, box, spec] {
            const auto value = common(chosen, spec.name);
            const QString text = value && *value ? toQString(**value) : QString();
            if (!text.isEmpty() && box->findData(text) < 0)
                box->addItem(text, text);  // not among the values the label asks for
            box->setPlaceholderText(tr("Mixed"));
            box->setCurrentIndex(!value ? -1 : *value ? box->findData(text) : 0);
            const bool unset = value && !*value && !spec.defaultValue.empty();
            box->setItemText(0, unset ? tr("– (default: %1)").arg(toQString(spec.defaultValue)) : QStringLiteral("–"));
        });
        form->addRow(newTitle(titleOf(spec.name), page), box);
    }

    void addText(QFormLayout *form, const core::AttributeSpec &spec)
    {
        auto *field = new QLineEdit(page);
        field->setAccessibleName(titleOf(spec.name));
        connect(field, &QLineEdit::editingFinished, &q, [this, field, name = spec.name] {
            if (!field->isModified())
                return;
            field->setModified(false);
            setValue(name, field->text().isEmpty() ? Value() : Value(toUtf8(field->text())));
        });
        refreshers.push_back([this, field, spec] {
            const auto value = common(chosen, spec.name);
            field->setPlaceholderText(value ? toQString(spec.defaultValue) : tr("Mixed"));
            const QString text = value && *value ? toQString(**value) : QString();
            if (field->text() != text && !(field->hasFocus() && field->isModified()))
                field->setText(text);
        });
        form->addRow(newTitle(titleOf(spec.name), page), field);
    }

    QCheckBox *newFlag(std::string_view name, const QString &title)
    {
        auto *box = new QCheckBox(title, page);
        connect(box, &QCheckBox::clicked, &q, [this, box, key = std::string(name)] {
            box->setTristate(false);
            setValue(key, box->isChecked() ? Value("1") : Value());
        });
        refreshers.push_back([this, box, name] {
            const auto value = common(chosen, name);
            box->setTristate(!value);
            box->setCheckState(!value ? Qt::PartiallyChecked : *value == "1" ? Qt::Checked : Qt::Unchecked);
        });
        return box;
    }

    void addGeometry(QFormLayout *form)
    {
        auto *fields = new GeometryFields(page);
        connect(fields, &GeometryFields::geometryEdited, &q,
                [this](const core::Geometry &geometry, const QString &field) {
                    const Objects &of = chosen;
                    if (of.size() != 1 || of.front()->geometry == geometry)
                        return;
                    core::Annotation after = *of.front();
                    after.geometry = geometry;
                    const QString key = QStringLiteral("geometry:%1:%2").arg(after.id.value).arg(field);
                    emit q.editProposed({"edit-geometry", toUtf8(key), {core::changed(*of.front(), after)}});
                });
        refreshers.push_back([this, fields] {
            std::vector<core::Geometry> geometries;
            for (const core::AnnotationPtr &object : chosen)
                geometries.push_back(object->geometry);
            fields->show(geometries);
        });
        form->addRow(newTitle(tr("Geometry"), page), fields);
    }

    void addSpan(QFormLayout *form)
    {
        auto *fields = new SpanFields(page);
        connect(fields, &SpanFields::spanEdited, &q, [this, fields](const core::TextSpan &span, const QString &field) {
            const Objects &of = chosen;
            if (of.size() != 1 || !labels)
                return;
            auto act =
                core::moveEntity(*content, {job, *labels}, core::Boundaries(fields->map()), of.front()->id, span.parts);
            if (const auto *refused = std::get_if<core::Refused>(&act)) {
                emit q.told(refusalText(*refused, *labels));
                show();  // the numbers as they are
                return;
            }
            auto &edit = std::get<core::Edit>(act);
            edit.mergeKey = toUtf8(QStringLiteral("geometry:%1:%2").arg(of.front()->id.value).arg(field));
            if (!core::isNothing(edit))
                emit q.editProposed(edit);
        });
        refreshers.push_back([this, fields] {
            const Objects &of = chosen;
            if (of.size() == 1)
                if (const auto *span = std::get_if<core::TextSpan>(&of.front()->geometry); span && !span->parts.empty())
                    fields->show(content->sample.text, *span);
        });
        form->addRow(newTitle(tr("Text"), page), fields);
    }

    // The table of segments is where they are edited.
    void addTimes(QFormLayout *form)
    {
        QLabel *times = newValue(QString(), page);
        refreshers.push_back([this, times] {
            const auto *span = chosen.size() == 1 ? std::get_if<core::TimeSpan>(&chosen.front()->geometry) : nullptr;
            const auto at = [this](std::int64_t sample) {
                return QString::fromStdString(core::clockText(sample, core::rateOf(content->sample.media)));
            };
            times->setText(span ? QStringLiteral("%1 – %2").arg(at(span->begin), at(span->end)) : QStringLiteral("–"));
        });
        form->addRow(newTitle(tr("Time"), page), times);
    }

    void addReadOnly(QFormLayout *form, const std::string &name)
    {
        QString title = toQString(name);
        if (name.starts_with(core::builtin::UnknownPrefix))
            title = title.mid(qsizetype(core::builtin::UnknownPrefix.size()));
        else if (title.startsWith(QLatin1Char('@')))
            title = title.mid(1);
        QLabel *value = newValue(QString(), page);
        refreshers.push_back([this, value, name] {
            const auto known = common(chosen, name);
            value->setText(!known ? tr("Mixed") : *known ? toQString(**known) : QStringLiteral("–"));
        });
        form->addRow(newTitle(title, page), value);
    }

    void retranslate()
    {
        empty->setText("sliders-horizontal", tr("Nothing selected"), tr("Select an object to see its attributes."));
        scroll->setAccessibleName(tr("Attributes"));
        shape.clear();
        show();
    }
};

AttributePanel::AttributePanel(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(*this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_impl->scroll, 1);
    column->addWidget(m_impl->empty, 1);
    m_impl->retranslate();
}

AttributePanel::~AttributePanel() = default;

void AttributePanel::setContent(std::shared_ptr<const core::SampleContent> content,
                                std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job)
{
    m_impl->job = job;
    m_impl->content = std::move(content);
    m_impl->labels = std::move(labels);
    m_impl->show();
}

void AttributePanel::setSelection(const QList<core::AnnotationId> &selection)
{
    m_impl->selection = selection;
    m_impl->show();
}

void AttributePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
