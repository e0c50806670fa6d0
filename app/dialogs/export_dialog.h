// Asks what to export, in which format, where to; counts beforehand what the format cannot hold.
#pragma once
#include "core/project.h"
#include "formats/exporter.h"
#include <QDialog>
#include <memory>

namespace app {

enum class ExportScope { All, Filtered, Selected };

struct ExportRequest {
    QString target;
    formats::ExportOptions options;  // which samples: by scope
};

// What the dialog offers to export from.
struct ExportSource {
    core::Job job;
    core::SampleQuery filtered;
    std::vector<core::SampleId> selected;  // in the grid; empty: that scope is not offered
    std::vector<core::PathMap> maps;
    std::function<core::Result<std::unique_ptr<core::Reader>>()> newReader;
};

std::vector<const formats::Format *> writableFormats(core::JobKind kind);  // by title
void setScope(formats::ExportOptions &options, ExportScope scope, const ExportSource &source);
// "photos.manifest" in that folder, with the ending the format wants; a folder for formats that write one.
QString suggestedTarget(const formats::Format &format, const QString &folder, const QString &project);
QString lossText(const formats::Loss &loss);  // "rotation: 12 samples, e.g. a.jpg"

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<ExportRequest> ask(QWidget *parent, const ExportSource &source, const QString &folder,
                                            const QString &project);

    ExportDialog(const ExportSource &source, const QString &folder, const QString &project, QWidget *parent);
    ~ExportDialog() override;
    ExportRequest request() const;

private:
    void build();
    void formatChanged();
    void browse();
    void countLosses();
    void showLosses(const core::Result<formats::LossReport> &report);
    void check();
    const formats::Format *format() const;

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace app
