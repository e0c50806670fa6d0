// The labels of a whole sample in a row, each in its colour. A click on one asks for its removal.
#pragma once
#include "core/sample_content.h"
#include <QWidget>

namespace widgets {

class LabelChips : public QWidget {
    Q_OBJECT
public:
    explicit LabelChips(QWidget *parent = nullptr);
    void show(const core::SampleContent *content, const std::vector<core::Label> &labels);  // null: no sample

signals:
    void removeWanted(core::LabelId label);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chip {
        core::LabelId label;
        QString text;
        QColor color;
        bool proposed = false;
    };
    void rebuild();

    std::vector<Chip> m_chips;
    core::State m_state = core::State::Unlabeled;
    bool m_hasSample = false;
};

}  // namespace widgets
