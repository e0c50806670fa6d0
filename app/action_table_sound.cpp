// Playing sounds. The keys work in editors of sounds alone; those with Ctrl and the function keys also while one types.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec soundTable[] = {
    {"sound.play", QT_TRANSLATE_NOOP("app::Actions", "&Play or pause"), "play", same("Space; Ctrl+Space")},
    {"sound.play-selection", QT_TRANSLATE_NOOP("app::Actions", "Play the &marked range once"), nullptr,
     same("P; Ctrl+Shift+Space")},
    {"sound.loop", QT_TRANSLATE_NOOP("app::Actions", "&Loop"), "repeat", same("Shift+L; F6")},
    {"sound.back", QT_TRANSLATE_NOOP("app::Actions", "&Back 2 seconds"), "rewind", same("J; F7")},
    {"sound.forward", QT_TRANSLATE_NOOP("app::Actions", "F&orward 2 seconds"), "fast-forward", same("L; F8")},
    {"sound.slower", QT_TRANSLATE_NOOP("app::Actions", "&Slower"), nullptr, same("[; Ctrl+[")},
    {"sound.faster", QT_TRANSLATE_NOOP("app::Actions", "&Faster"), nullptr, same("]; Ctrl+]")},
    {"sound.normal-speed", QT_TRANSLATE_NOOP("app::Actions", "&Normal speed"), nullptr, same("\\; Ctrl+\\")},
    {"sound.spectrogram", QT_TRANSLATE_NOOP("app::Actions", "Spectro&gram"), "audio-waveform", same("Shift+S; F4")},
    {"sound.spectrogram-settings", QT_TRANSLATE_NOOP("app::Actions", "Spectrogram se&ttings…"), nullptr, noKey},
};

}  // namespace

std::span<const ActionSpec> soundActions()
{
    return soundTable;
}

}  // namespace app
