// The slim bar above the picture: how tools and masks are set. What does not matter for the armed tool is greyed.
#pragma once
#include "widgets/image/mask_options.h"
#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;
class QDoubleSpinBox;
class QToolButton;

namespace widgets {

class MaskBar : public QWidget {
    Q_OBJECT
public:
    explicit MaskBar(QWidget *parent = nullptr);

    const MaskOptions &options() const { return m_options; }
    void setOptions(const MaskOptions &options);  // does not emit
    void setTool(const QByteArray &id);
    void setHint(const QString &hint);  // what the next stroke does

signals:
    void changed(const MaskOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    template <class Spin, class Set>
    Spin *addSpin(QLabel *name, double least, double most, Set set);
    QToolButton *addToggle(const char *iconName, bool MaskLook::*which);
    QWidget *makeAmounts();
    void take(const MaskOptions &options);
    void retranslate();

    MaskOptions m_options;
    QLabel *m_sizeName, *m_toleranceName, *m_opacityName, *m_specksName, *m_radiusName, *m_hint;
    QDoubleSpinBox *m_size;
    QSpinBox *m_tolerance, *m_specks, *m_radius;
    QSlider *m_opacity;
    QToolButton *m_outlines, *m_overlaps, *m_gaps, *m_amounts;
};

}  // namespace widgets
