// What the import dialog decides, apart from widgets: the request, a look at the first records, what will be mapped.
#pragma once
#include "formats/importer.h"
#include <QString>
#include <QStringList>

namespace app {

struct ImportRequest {
    QString source;                  // a file or a folder; empty: nothing chosen yet
    formats::ImportOptions options;  // format null: the detected one
};

struct ImportTarget {
    core::JobId job;
    core::JobKind kind = core::JobKind::ImageClassification;
    std::vector<core::Label> labels;
};

using PreviewAnswer = core::Result<formats::Preview>;

struct PreviewRow {
    QString name, uri, labels;  // labels: "cat, dog ×2"
    qint64 annotations = 0;
    bool hard = false;
    bool isText = false;  // name: how it begins
    bool isSound = false;
    bool operator==(const PreviewRow &) const = default;
};
struct PreviewSummary {
    std::vector<PreviewRow> rows;
    qint64 annotations = 0, relations = 0, errors = 0, warnings = 0;
    QStringList knownLabels, newLabels;  // of the job already; to be made
    QStringList remoteRoots;             // "s3://bucket": to be mapped to folders
};

PreviewSummary summarise(const formats::Preview &preview, const std::vector<core::Label> &labels);
QString summaryText(const PreviewSummary &summary, bool whole);
QStringList nameList(const QString &text);  // "cat, dog" → names

// Readable formats for that kind of job, by title.
std::vector<const formats::Format *> readableFormats(core::JobKind kind);

}  // namespace app
