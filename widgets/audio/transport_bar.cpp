#include "widgets/audio/transport_bar.h"
#include "core/audio/sound_time.h"
#include "widgets/theme.h"
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double speeds[] = {0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};
constexpr int noticeSide = 18;
constexpr double sameSpeed = 0.001;

QString clock(qint64 sample, int rate)
{
    const QString text = QString::fromStdString(core::clockText(sample, rate, 2));
    return text.startsWith(QLatin1String("00:")) ? text.mid(3) : text;
}

}  // namespace

TransportBar::TransportBar(QWidget *parent)
    : QWidget(parent),
      m_back(button("rewind", "sound.back")),
      m_play(button("play", "sound.play")),
      m_forward(button("fast-forward", "sound.forward")),
      m_loop(button("repeat", "sound.loop")),
      m_mute(new QToolButton(this)),
      m_spectrogram(button("audio-waveform", "sound.spectrogram")),
      m_time(new QLabel(this)),
      m_noticeIcon(new QLabel(this)),
      m_notice(new QLabel(this)),
      m_speed(new QComboBox(this)),
      m_volume(new QSlider(Qt::Horizontal, this))
{
    m_play->setObjectName(QStringLiteral("play"));
    m_loop->setCheckable(true);
    m_spectrogram->setCheckable(true);
    m_mute->setObjectName(QStringLiteral("mute"));
    m_mute->setAutoRaise(true);
    m_mute->setFocusPolicy(Qt::TabFocus);
    m_time->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setMinimumWidth(1);  // cut off before the controls are
    m_noticeIcon->setPixmap(icon("volume-x", warningColor()).pixmap(noticeSide));
    for (const double speed : speeds)
        m_speed->addItem(QString(), speed);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(96);
    m_volume->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(4);
    for (QWidget *each : std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_loop})
        row->addWidget(each);
    row->addSpacing(8);
    row->addWidget(m_time);
    row->addSpacing(12);
    row->addWidget(m_noticeIcon);
    row->addWidget(m_notice, 1);
    row->addStretch(1);
    row->addWidget(m_speed);
    row->addSpacing(8);
    row->addWidget(m_mute);
    row->addWidget(m_volume);
    row->addSpacing(8);
    row->addWidget(m_spectrogram);
    connect(m_speed, &QComboBox::activated, this, [this] { emit speedChosen(m_speed->currentData().toDouble()); });
    connect(m_volume, &QSlider::valueChanged, this, [this](int percent) {
        showMute();
        emit volumeChosen(percent / 100.0);
    });
    connect(m_mute, &QToolButton::clicked, this, [this] {
        const int before = m_volume->value();
        m_volume->setValue(before > 0 ? 0 : m_lastVolume);
        if (before > 0)
            m_lastVolume = before;
    });
    setNotice({}, {});
    setVolume(1);
    setSpeed(1);
    setSound(0, 0);
    retranslate();
}

QToolButton *TransportBar::button(const char *name, const char *act)
{
    auto *made = new QToolButton(this);
    made->setIcon(icon(name));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    connect(made, &QToolButton::clicked, this, [this, act] { emit acted(act); });
    return made;
}

void TransportBar::setSound(qint64 length, int rate)
{
    m_length = length;
    m_rate = rate;
    for (QToolButton *each : {m_back, m_play, m_forward, m_loop})
        each->setEnabled(rate > 0);
    setPosition(0);
}

void TransportBar::setPosition(qint64 sample)
{
    m_position = sample;
    m_time->setText(m_rate > 0 ? QStringLiteral("%1 / %2").arg(clock(m_position, m_rate), clock(m_length, m_rate))
                               : QStringLiteral("–"));
}

void TransportBar::setPlaying(bool playing)
{
    m_playing = playing;
    m_play->setIcon(icon(playing ? "pause" : "play"));
    retranslate();
}

void TransportBar::setLooping(bool looping)
{
    m_loop->setChecked(looping);
}

void TransportBar::setSpeed(double speed)
{
    const QSignalBlocker quiet(m_speed);
    const auto *at = std::ranges::min_element(speeds, {}, [&](double each) { return std::abs(each - speed); });
    m_speed->setCurrentIndex(int(at - std::begin(speeds)));
}

void TransportBar::setVolume(double volume)
{
    const QSignalBlocker quiet(m_volume);
    m_volume->setValue(qRound(volume * 100));
    showMute();
}

void TransportBar::showMute()
{
    m_mute->setIcon(icon(m_volume->value() > 0 ? "volume-2" : "volume-x"));
}

void TransportBar::setSpectrogramShown(bool shown)
{
    m_spectrogram->setChecked(shown);
}

void TransportBar::setNotice(const QString &brief, const QString &whole)
{
    m_notice->setText(brief);
    for (QLabel *part : {m_notice, m_noticeIcon}) {
        part->setToolTip(whole.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(whole.toHtmlEscaped()));
        part->setVisible(!brief.isEmpty());
    }
}

double TransportBar::slower(double speed)
{
    const auto *at = std::ranges::lower_bound(speeds, speed - sameSpeed);
    return at == std::begin(speeds) ? *at : *(at - 1);
}

double TransportBar::faster(double speed)
{
    const auto *at = std::ranges::upper_bound(speeds, speed + sameSpeed);
    return at == std::end(speeds) ? *(at - 1) : *at;
}

void TransportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_noticeIcon->setPixmap(icon("volume-x", warningColor()).pixmap(noticeSide));
    QWidget::changeEvent(event);
}

void TransportBar::retranslate()
{
    const std::pair<QWidget *, QString> words[] = {{m_back, tr("Back 2 seconds")},
                                                   {m_play, m_playing ? tr("Pause") : tr("Play")},
                                                   {m_forward, tr("Forward 2 seconds")},
                                                   {m_loop, tr("Loop the marked range, or all")},
                                                   {m_speed, tr("Speed; the pitch stays")},
                                                   {m_mute, tr("Mute")},
                                                   {m_volume, tr("Volume")},
                                                   {m_spectrogram, tr("Spectrogram")}};
    for (const auto &[widget, text] : words) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    }
    m_time->setAccessibleName(tr("Position"));
    for (int i = 0; i < m_speed->count(); ++i)
        m_speed->setItemText(i, QStringLiteral("%1 ×").arg(QLocale().toString(m_speed->itemData(i).toDouble())));
}

}  // namespace widgets
