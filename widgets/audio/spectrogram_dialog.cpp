#include "widgets/audio/spectrogram_dialog.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QSpinBox>
#include <algorithm>

namespace widgets {

namespace {

using Place = SpectrogramSettings::Place;
using core::WindowShape;

constexpr int lowest = -120, leastRange = 10;  // decibels
constexpr std::pair<Place, const char *> places[] = {
    {Place::Hidden, "hidden"}, {Place::Below, "below"}, {Place::Instead, "instead"}};
constexpr std::pair<WindowShape, const char *> windows[] = {{WindowShape::Hann, "hann"},
                                                            {WindowShape::Hamming, "hamming"},
                                                            {WindowShape::Blackman, "blackman"},
                                                            {WindowShape::Rectangular, "rectangular"}};

template <class Value, std::size_t n>
QString wordOf(const std::pair<Value, const char *> (&words)[n], Value value)
{
    for (const auto &[each, word] : words)
        if (each == value)
            return QLatin1String(word);
    return {};
}

template <class Value, std::size_t n>
Value valueOf(const std::pair<Value, const char *> (&words)[n], const QString &text, Value otherwise)
{
    for (const auto &[each, word] : words)
        if (text == QLatin1String(word))
            return each;
    return otherwise;
}

bool isPowerOfTwo(int n)
{
    return n > 0 && (n & (n - 1)) == 0;
}

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

}  // namespace

QJsonObject toJson(const SpectrogramSettings &settings)
{
    return {{"place", wordOf(places, settings.place)},
            {"length", settings.shape.length},
            {"window", wordOf(windows, settings.shape.window)},
            {"low", settings.lowDecibels},
            {"high", settings.highDecibels}};
}

SpectrogramSettings spectrogramFromJson(const QJsonObject &json)
{
    SpectrogramSettings settings;
    settings.place = valueOf(places, json["place"].toString(), settings.place);
    settings.shape.window = valueOf(windows, json["window"].toString(), settings.shape.window);
    const int length = json["length"].toInt();
    if (isPowerOfTwo(length) && length >= core::leastWindow && length <= core::mostWindow)
        settings.shape.length = length;
    const double low = json["low"].toDouble(settings.lowDecibels), high = json["high"].toDouble(settings.highDecibels);
    if (low >= lowest && high <= 0 && high - low >= leastRange) {
        settings.lowDecibels = low;
        settings.highDecibels = high;
    }
    return settings;
}

SpectrogramDialog::SpectrogramDialog(const SpectrogramSettings &start, QWidget *parent)
    : QDialog(parent),
      m_place(new QComboBox),
      m_length(new QComboBox),
      m_window(new QComboBox),
      m_low(new QSpinBox),
      m_high(new QSpinBox)
{
    setWindowTitle(tr("Spectrogram"));
    m_place->addItem(tr("Hidden"), int(Place::Hidden));
    m_place->addItem(tr("Below the waveform"), int(Place::Below));
    m_place->addItem(tr("Instead of the waveform"), int(Place::Instead));
    for (int length = core::leastWindow; length <= core::mostWindow; length *= 2)
        m_length->addItem(tr("%1 samples").arg(QLocale().toString(length)), length);
    m_length->setToolTip(tr("Longer windows tell frequencies apart, shorter ones moments"));
    m_window->addItem("Hann", int(WindowShape::Hann));
    m_window->addItem("Hamming", int(WindowShape::Hamming));
    m_window->addItem("Blackman", int(WindowShape::Blackman));
    m_window->addItem(tr("Rectangular"), int(WindowShape::Rectangular));
    choose(m_place, int(start.place));
    choose(m_length, start.shape.length);
    choose(m_window, int(start.shape.window));
    for (QSpinBox *box : {m_low, m_high})
        box->setSuffix(QStringLiteral(" dB"));
    m_low->setRange(lowest, int(start.highDecibels) - leastRange);
    m_high->setRange(int(start.lowDecibels) + leastRange, 0);
    m_low->setValue(int(start.lowDecibels));
    m_high->setValue(int(start.highDecibels));
    auto *form = new QFormLayout(this);
    form->addRow(tr("Shown"), m_place);
    form->addRow(tr("Window"), m_length);
    form->addRow(tr("Shape of the window"), m_window);
    form->addRow(tr("Palest colour at"), m_low);
    form->addRow(tr("Fullest colour at"), m_high);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto tell = [this] {
        m_low->setMaximum(m_high->value() - leastRange);
        m_high->setMinimum(m_low->value() + leastRange);
        emit changed(settings());
    };
    for (QComboBox *box : {m_place, m_length, m_window})
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    for (QSpinBox *box : {m_low, m_high})
        connect(box, &QSpinBox::valueChanged, this, tell);
}

SpectrogramSettings SpectrogramDialog::settings() const
{
    SpectrogramSettings settings;
    settings.place = Place(m_place->currentData().toInt());
    settings.shape = {m_length->currentData().toInt(), WindowShape(m_window->currentData().toInt())};
    settings.lowDecibels = m_low->value();
    settings.highDecibels = m_high->value();
    return settings;
}

}  // namespace widgets
