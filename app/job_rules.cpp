#include "app/job_rules.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QRegularExpression>

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
