#include "widgets/audio/spectrogram_dialog.h"
#include "tests/test_registry.h"
#include <QSpinBox>

using namespace widgets;

class SpectrogramDialogTest : public QObject {
    Q_OBJECT
private slots:
    void settingsSurviveAsText();
    void wrongValuesAreLeftOut();
    void theRangeOfColoursStaysARange();
};

void SpectrogramDialogTest::settingsSurviveAsText()
{
    SpectrogramSettings settings;
    settings.place = SpectrogramSettings::Place::Instead;
    settings.shape = {2048, core::WindowShape::Blackman};
    settings.lowDecibels = -70;
    settings.highDecibels = -20;
    QVERIFY(spectrogramFromJson(toJson(settings)) == settings);
    const SpectrogramDialog dialog(settings, nullptr);
    QVERIFY(dialog.settings() == settings);
}

void SpectrogramDialogTest::wrongValuesAreLeftOut()
{
    const QJsonObject wrong{{"place", "above"}, {"length", 1000}, {"window", 3}, {"low", -10}, {"high", -50}};
    QVERIFY(spectrogramFromJson(wrong) == SpectrogramSettings{});
    QVERIFY(spectrogramFromJson({{"length", 1 << 20}}) == SpectrogramSettings{});
}

void SpectrogramDialogTest::theRangeOfColoursStaysARange()
{
    SpectrogramDialog dialog({}, nullptr);
    const auto boxes = dialog.findChildren<QSpinBox *>();
    boxes[0]->setValue(-20);  // the pale end, as far up as the full one allows
    boxes[1]->setValue(-100);
    QVERIFY(dialog.settings().highDecibels - dialog.settings().lowDecibels >= 10);
}

REGISTER_TEST(SpectrogramDialogTest);
#include "spectrogram_dialog_test.moc"
