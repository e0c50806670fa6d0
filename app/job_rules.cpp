#include "app/job_rules.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace app {

using core::JobKind;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("app::NewProjectDialog", text);
}

std::string plainBrackets(QString text)
{
    for (const auto &[wide, plain] : {std::pair(u'（', u'('), {u'）', u')'}, {u'＞', u'>'}})
        text.replace(QChar(wide), QChar(plain));
    return widgets::toUtf8(text);
}

}  // namespace

bool takesManyLabels(JobKind kind)
{
    return kind == JobKind::ImageClassification || kind == JobKind::SoundClassification
           || kind == JobKind::TextClassification;
}

bool hasMasks(JobKind kind)
{
    return kind == JobKind::ImageSegmentation;
}

bool hasEntities(JobKind kind)
{
    return core::rolesOf(kind).front() == core::LabelRole::Entity;
}

bool hasRelations(JobKind kind)
{
    return core::rolesOf(kind).back() == core::LabelRole::Relation;
}

bool hasSegments(JobKind kind)
{
    return kind == JobKind::SpeechSegmentation;
}

bool hasLabels(JobKind kind)
{
    return kind != JobKind::SpeechContent;
}

core::Job withRules(core::Job job, const JobRules &rules)
{
    if (takesManyLabels(job.kind))
        job = core::withManyLabels(std::move(job), rules.manyLabels);
    if (hasMasks(job.kind))
        job = core::withExclusive(std::move(job), rules.exclusive);
    if (hasEntities(job.kind))
        job = core::withOverlap(std::move(job), rules.overlap);
    if (hasRelations(job.kind))
        job = core::withFlaggedMisfits(std::move(job), rules.flagsMisfits);
    if (hasSegments(job.kind)) {
        job = core::withSegmentRule(std::move(job), rules.segments);
        job = core::withContent(std::move(job), rules.content);
        job = core::withLabelClasses(std::move(job), rules.labelClasses);
    }
    return job;
}

QStringList labelNames(const QString &pasted)
{
    QStringList names;
    static const QRegularExpression separators("[\\n\\r\\t,;，；、]+");
    for (const QString &each : pasted.split(separators))
        if (const QString name = each.trimmed(); !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

core::Result<std::vector<core::Label>> labelsOf(JobKind kind, const QStringList &written)
{
    std::vector<std::string> texts;
    for (const QString &each : written)
        texts.push_back(hasRelations(kind) ? plainBrackets(each) : widgets::toUtf8(each));
    return core::newLabels(kind, texts);
}

core::Result<std::vector<core::AttributeSpec>> labelClassesOf(const QString &written)
{
    std::vector<core::AttributeSpec> classes;
    static const QRegularExpression colon("[:：]");
    for (const QString &line : written.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        core::AttributeSpec spec;
        spec.name = widgets::toUtf8(line.section(colon, 0, 0).trimmed());
        for (const QString &value : labelNames(line.section(colon, 1)))
            spec.values.push_back(widgets::toUtf8(value));
        const bool known = std::ranges::find(classes, spec.name, &core::AttributeSpec::name) != classes.end();
        if (spec.name.empty() || spec.name.front() == '@' || known)
            return core::Error{core::Code::BadValue, widgets::toUtf8(line.trimmed()), {}};
        classes.push_back(std::move(spec));
    }
    return classes;
}

QString labelFault(const core::Error &error)
{
    const QString text = widgets::toQString(error.detail);
    if (error.where.field.empty())
        return words(QT_TRANSLATE_NOOP("app::NewProjectDialog", "The label “%1” has no name or is there twice."))
            .arg(text);
    return words(QT_TRANSLATE_NOOP("app::NewProjectDialog", "“%1”: there is no entity label “%2”."))
        .arg(text, widgets::toQString(error.where.field));
}

}  // namespace app
