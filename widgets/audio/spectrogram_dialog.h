// How a spectrogram is drawn: where it stands, its windows, the range of its colours. Each change shows at once.
#pragma once
#include "widgets/audio/spectrogram_layer.h"
#include <QDialog>
#include <QJsonObject>

class QComboBox;
class QSpinBox;

namespace widgets {

QJsonObject toJson(const SpectrogramSettings &settings);
SpectrogramSettings spectrogramFromJson(const QJsonObject &json);  // what is not there or wrong: as it is by default

class SpectrogramDialog : public QDialog {
    Q_OBJECT
public:
    SpectrogramDialog(const SpectrogramSettings &start, QWidget *parent);
    SpectrogramSettings settings() const;

signals:
    void changed(const widgets::SpectrogramSettings &settings);

private:
    QComboBox *m_place, *m_length, *m_window;
    QSpinBox *m_low, *m_high;
};

}  // namespace widgets
