// The spectrogram of what is in sight: asks for its tiles and draws those that came, finer or coarser ones meanwhile.
#pragma once
#include "widgets/audio/sound_service.h"
#include "widgets/audio/time_view.h"
#include <QImage>
#include <functional>
#include <map>

class QPainter;

namespace widgets {

struct SpectrogramSettings {
    enum class Place { Hidden, Below, Instead };  // of the waveform
    Place place = Place::Hidden;
    core::SpectrumShape shape;
    double lowDecibels = -90, highDecibels = -10;  // the ends of the colours
    bool operator==(const SpectrogramSettings &) const = default;
};

class SpectrogramLayer {
public:
    SpectrogramLayer(SoundService &sounds, std::function<void()> changed);

    void showSound(const std::filesystem::path &file, const core::SoundInfo &info);
    void clear();
    void setSettings(const SpectrogramSettings &settings);
    void forgetPictures();  // other colours

    // What is drawn next: `channels` are the lanes. Wishes for anything else are withdrawn.
    void look(const TimeView &view, double ratio, int width, const std::vector<int> &channels);
    bool isComplete() const { return m_tickets.empty(); }
    const std::optional<core::Error> &failure() const { return m_failure; }
    void paint(QPainter &painter, const QRect &lane, int channel, const TimeView &view, double ratio);

private:
    struct Place {
        std::int64_t hop, index;
        int channel;
        auto operator<=>(const Place &) const = default;
        std::int64_t begin() const { return index * core::tileColumns * hop; }
        std::int64_t end() const { return begin() + core::tileColumns * hop; }
    };
    struct Shown {
        std::shared_ptr<const core::SpectrogramTile> tile;
        QImage picture;  // made for a height
    };
    void want(const Place &place);
    void dropOthers();
    const QImage &pictureOf(Shown &shown, int height) const;

    SoundService &m_sounds;
    std::function<void()> m_changed;
    std::filesystem::path m_file;
    QByteArray m_key;
    core::SoundInfo m_info;
    SpectrogramSettings m_settings;
    std::vector<Place> m_wanted;
    std::map<Place, Shown> m_shown;
    std::map<Place, std::unique_ptr<Ticket>> m_tickets;
    std::optional<core::Error> m_failure;
};

// The colour of each level; dark themes from black to bright, light ones from paper to ink.
std::vector<QRgb> spectrogramColors(const SpectrogramSettings &settings, bool dark);

}  // namespace widgets
