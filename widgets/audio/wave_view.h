// Shows a sound along time: waveform of its channels, a ruler, the whole file small below, the playhead. Moves and
// zooms in time; what lies on the waveform is painted and answered by those who derive from it.
#pragma once
#include "core/media/peaks.h"
#include "widgets/audio/spectrogram_layer.h"
#include "widgets/audio/time_view.h"
#include "widgets/media_service.h"
#include <QWidget>
#include <atomic>

namespace widgets {

class WaveView : public QWidget {
    Q_OBJECT
public:
    using Range = std::pair<qint64, qint64>;  // samples, the second behind the last

    explicit WaveView(MediaService &media, QWidget *parent = nullptr);
    ~WaveView() override;

    void showSound(const std::filesystem::path &file);  // a coarse picture at once, refined behind
    void clear();
    const core::SoundInfo *info() const;  // null: not known yet

    const TimeView &timeView() const { return m_view; }
    void setTimeView(TimeView view);  // bounded by the sound
    bool isFitted() const { return m_fitted; }
    void fit();
    void zoomBy(double factor, double atX);                   // more than 1: closer
    void showRange(qint64 begin, qint64 end);                 // with some room around
    void reveal(qint64 begin, qint64 end);                    // moves only if it must
    qint64 sampleAt(double x) const;                          // the nearest one of the sound
    double xOf(qint64 sample) const;                          // may be far outside of the widget
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }  // false: the wheel scrolls; Ctrl+wheel zooms anyway
    double amplitude() const { return m_gain; }
    void setAmplitude(double gain);  // 1: full scale fills the lane
    void setSpectrogram(const SpectrogramSettings &settings);
    const SpectrogramSettings &spectrogram() const { return m_settings; }
    bool act(const QByteArray &id);  // view.zoom-in, view.zoom-out, view.fit; false: not mine
    QByteArray saveView() const;
    void restoreView(const QByteArray &saved);

    qint64 playhead() const { return m_playhead; }
    void setPlayhead(qint64 sample, bool follow);  // follow: turns the page when it leaves
    const std::optional<Range> &selection() const { return m_selection; }
    void setSelection(std::optional<Range> range);  // tells nobody

    bool isSettled() const;  // what is in sight is exact
    // The change of sign, or zero, nearest to the sample, at most `within` away. Empty: none, or not known yet; asking
    // makes it known soon.
    std::optional<qint64> zeroCrossingNear(qint64 sample, qint64 within) const;

signals:
    void seekAsked(qint64 sample);
    void selectionMade(std::optional<std::pair<qint64, qint64>> range);  // by hand
    void timeViewChanged();
    void opened();  // info() is known
    void failed(core::Error error);
    void settled();

protected:
    virtual void paintMarks(QPainter &, const QRect &) {}  // over waveform and spectrogram, clipped to them
    // true: taken; what is not taken seeks or selects.
    virtual bool markPress(QMouseEvent *) { return false; }
    virtual bool markMove(QMouseEvent *) { return false; }  // also without a button
    virtual bool markRelease(QMouseEvent *) { return false; }
    virtual bool markDoubleClick(QMouseEvent *) { return false; }
    virtual QCursor markCursor() const { return Qt::ArrowCursor; }
    QRect waveRect() const;  // where waveform and spectrogram lie

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Picture;  // what was painted last of waveform and overview
    struct Lane {
        QRect wave, spectrum;  // one may be empty
        int channel;           // or mixedChannels
    };
    enum class Hand { None, Deciding, Selecting, Panning, Scrubbing, Overview, Marks };

    TimeView bounded(TimeView view) const;
    double fitPerPixel() const;
    qint64 length() const;
    void arrived(const core::Result<std::shared_ptr<const core::Peaks>> &answer);
    void wantSamples();
    void checkSettled();
    QRect rulerRect() const;
    QRect overviewRect() const;
    std::vector<Lane> lanes() const;
    void lookAtSpectrogram();
    void paintWave(QPainter &painter);
    void renderWave(const std::vector<Lane> &lanes, double ratio);
    void renderLane(const Lane &lane, double ratio);
    void paintSpectrogram(QPainter &painter);
    void paintPlayhead(QPainter &painter);
    void paintOverview(QPainter &painter);
    void paintWords(QPainter &painter);
    QString words() const;
    void overviewTo(double x);

    MediaService &m_media;
    std::filesystem::path m_file;
    std::unique_ptr<Ticket> m_peaksTicket;
    mutable std::unique_ptr<Ticket> m_windowTicket, m_nearTicket;
    std::shared_ptr<std::atomic<qint64>> m_wanted;
    std::shared_ptr<const core::Peaks> m_peaks;
    std::shared_ptr<const SampleWindow> m_window;        // around what is in sight
    mutable std::shared_ptr<const SampleWindow> m_near;  // around the zero crossings asked for
    mutable Range m_windowAsked{0, 0}, m_nearAsked{0, 0};
    SpectrogramSettings m_settings;
    SpectrogramLayer m_spectrogram;
    std::optional<core::Error> m_failure;
    mutable std::optional<core::Error> m_unread;  // of a part, while peaks are there
    TimeView m_view;
    bool m_fitted = true, m_wheelZooms = true, m_wasSettled = false;
    double m_gain = 1;
    qint64 m_playhead = 0;
    std::optional<Range> m_selection;
    Hand m_hand = Hand::None;
    QPointF m_pressed;
    double m_grabbed = 0;  // by what the hand holds: a sample, or a place within the frame of the overview
    std::unique_ptr<Picture> m_picture;
};

}  // namespace widgets
