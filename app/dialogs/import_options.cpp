#include "app/dialogs/import_options.h"
#include "app/dialogs/path_map_table.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <algorithm>

namespace app {

namespace {

constexpr qsizetype longestContent = 60;  // of what is said

QString summaryWords(const char *text, int n = -1)
{
    return QCoreApplication::translate("app::ImportDialog", text, nullptr, n);
}

QString countedLabels(const QMap<QString, int> &counts)
{
    QStringList words;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        words << (each.value() > 1 ? QString("%1 ×%2").arg(each.key()).arg(each.value()) : each.key());
    return words.join(", ");
}

class Summariser {
public:
    explicit Summariser(const std::vector<core::Label> &labels)
    {
        for (const core::Label &label : labels)
            m_jobLabels << widgets::toQString(label.name);
    }

    void add(const formats::LabelRecord &record) { addLabel(widgets::toQString(record.label.name)); }
    void add(const formats::SampleRecord &record)
    {
        closeRow();
        const std::string &uri = record.sample.uri;
        PreviewRow row{widgets::toQString(core::fileName(uri)), widgets::toQString(uri), {}, 0, record.hard, false};
        if (record.sample.text) {
            row.isText = true;
            row.name = widgets::firstLine(*record.sample.text);
        }
        m_summary.rows.push_back(std::move(row));
        if (const QString root = record.sample.text ? QString() : remoteRoot(uri);
            !root.isEmpty() && !m_summary.remoteRoots.contains(root))
            m_summary.remoteRoots << root;
    }
    void add(const formats::AnnotationRecord &record)
    {
        ++m_summary.annotations;
        const QString label = widgets::toQString(record.label);
        if (!label.isEmpty()) {
            addLabel(label);
            ++m_labelsOfRow[label];
        } else if (const std::string *said = core::valueOf(record.attributes, core::builtin::Content)) {
            ++m_labelsOfRow[widgets::abridged(widgets::firstLine(*said), longestContent)];
        }
        if (!m_summary.rows.empty())
            ++m_summary.rows.back().annotations;
    }
    void add(const formats::RelationRecord &record)
    {
        ++m_summary.relations;
        addLabel(widgets::toQString(record.label));
    }

    PreviewSummary take()
    {
        closeRow();
        return std::move(m_summary);
    }

private:
    void addLabel(const QString &name)
    {
        QStringList &list = m_jobLabels.contains(name) ? m_summary.knownLabels : m_summary.newLabels;
        if (!name.isEmpty() && !list.contains(name))
            list << name;
    }
    void closeRow()
    {
        if (!m_summary.rows.empty())
            m_summary.rows.back().labels = countedLabels(m_labelsOfRow);
        m_labelsOfRow.clear();
    }

    QStringList m_jobLabels;
    PreviewSummary m_summary;
    QMap<QString, int> m_labelsOfRow;
};

}  // namespace

PreviewSummary summarise(const formats::Preview &preview, const std::vector<core::Label> &labels)
{
    Summariser summariser(labels);
    for (const formats::Record &record : preview.records)
        std::visit([&](const auto &each) { summariser.add(each); }, record);
    PreviewSummary summary = summariser.take();
    for (const formats::Issue &issue : preview.issues)
        ++(issue.severity == formats::Severity::Error ? summary.errors : summary.warnings);
    return summary;
}

QString summaryText(const PreviewSummary &summary, bool whole)
{
    const QLocale locale;
    const auto number = [&](auto n) { return locale.toString(qlonglong(n)); };
    QStringList lines;
    lines << (whole
                  ? summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "%1 samples, %2 annotations."))
                  : summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "The first %1 samples, with %2 annotations.")))
                 .arg(number(summary.rows.size()), number(summary.annotations));
    if (summary.relations > 0)
        lines << summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "%1 relations.")).arg(number(summary.relations));
    if (!summary.knownLabels.isEmpty())
        lines << summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "Labels of this job: %1."))
                     .arg(summary.knownLabels.join(", "));
    if (!summary.newLabels.isEmpty())
        lines << summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "New labels: %1."))
                     .arg(summary.newLabels.join(", "));
    if (summary.errors > 0)
        lines << summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "%1 records will be refused."))
                     .arg(number(summary.errors));
    if (summary.warnings > 0)
        lines << summaryWords(QT_TRANSLATE_NOOP("app::ImportDialog", "%1 records will be taken with changes."))
                     .arg(number(summary.warnings));
    return lines.join('\n');
}

QStringList nameList(const QString &text)
{
    QStringList names;
    for (const QString &each : text.split(','))
        if (const QString name = each.trimmed(); !name.isEmpty())
            names << name;
    return names;
}

std::vector<const formats::Format *> readableFormats(core::JobKind kind)
{
    std::vector<const formats::Format *> readable;
    for (const formats::Format &format : formats::allFormats())
        if (format.newReader && std::ranges::find(format.kinds, kind) != format.kinds.end())
            readable.push_back(&format);
    std::ranges::sort(readable, {}, &formats::Format::title);
    return readable;
}

}  // namespace app
