// Sliders for how the picture is shown: window, brightness, contrast, gamma. View only.
#pragma once
#include "widgets/image/adjustments.h"
#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace widgets {

class AdjustPanel : public QFrame {
    Q_OBJECT
public:
    explicit AdjustPanel(QWidget *parent = nullptr);
    void show(const Adjustments &adjustments, bool deep);  // does not emit

signals:
    void changed(const Adjustments &adjustments);
    void autoWanted();
    void resetWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *name, *value;
        QSlider *slider;
    };
    Row addRow(QGridLayout *grid);
    void retranslate();
    void take();
    void showValues();

    Row m_low, m_high, m_brightness, m_contrast, m_gamma;
    QLabel *m_title;
    QPushButton *m_auto, *m_reset;
    Adjustments m_adjustments;
    bool m_deep = false;
};

}  // namespace widgets
