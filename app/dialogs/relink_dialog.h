// Asks where media that are not found lie now: remote ones below a folder of this machine, local ones in the folder
// theirs was moved to. Looks for the lost ones by itself, and says how many the answer finds.
#pragma once
#include "app/relink.h"
#include <QDialog>
#include <functional>
#include <memory>

namespace app {

struct RelinkSource {
    core::JobId job;
    std::filesystem::path folder;  // of the project
    std::vector<core::PathMap> maps;
    std::function<core::Result<std::unique_ptr<core::Reader>>()> newReader;
};

class RelinkDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<MediaPlaces> ask(QWidget *parent, const RelinkSource &source);

    RelinkDialog(const RelinkSource &source, QWidget *parent);
    ~RelinkDialog() override;
    MediaPlaces places() const;

private:
    void look();
    void showLost(const core::Result<LostMedia> &lost);
    void countFoundOnes();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace app
