// Asks what to import and how, and shows the first records while one chooses.
#pragma once
#include "app/dialogs/import_options.h"
#include <QDialog>
#include <memory>

namespace widgets {
class MediaService;
}

namespace app {

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<ImportRequest> ask(QWidget *parent, const ImportRequest &start, const ImportTarget &target,
                                            widgets::MediaService &media);

    ImportDialog(const ImportRequest &start, const ImportTarget &target, widgets::MediaService &media, QWidget *parent);
    ~ImportDialog() override;
    ImportRequest request() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build(const ImportRequest &start);
    QWidget *sourceRow();
    QWidget *choices();
    void setSource(const QString &source);
    void sourceChanged();
    void formatChanged();
    void readAgain();
    void showPreview(const PreviewAnswer &answer);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace app
