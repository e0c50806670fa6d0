// Asks how silences cut a sound into segments, and says at once how many that makes.
#pragma once
#include "core/audio/silences.h"
#include <QDialog>
#include <memory>

namespace app {

struct SilencesRequest {
    core::SilenceOptions options;
    core::LabelId label;
    bool operator==(const SilencesRequest &) const = default;
};

class SilencesDialog : public QDialog {
    Q_OBJECT
public:
    using Preview = std::function<core::Edit(const SilencesRequest &)>;  // what it would make
    static std::optional<SilencesRequest> ask(QWidget *parent, const core::SoundLevels &levels,
                                              const std::vector<core::Label> &labels, const SilencesRequest &start,
                                              const Preview &preview);

    SilencesDialog(const core::SoundLevels &levels, const std::vector<core::Label> &labels,
                   const SilencesRequest &start, Preview preview, QWidget *parent);
    ~SilencesDialog() override;
    SilencesRequest request() const;

private:
    void look();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace app
