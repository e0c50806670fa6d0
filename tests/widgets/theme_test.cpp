#include "widgets/theme.h"
#include "tests/test_registry.h"
#include <QApplication>
#include <QPalette>

using namespace widgets;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { applyTheme(Theme::Light); }
    void textReadsWellInBothThemes();
    void iconsTakeTheColourOfTheTheme();
    void iconsAreSharpAtEveryScale();
    void labelTextIsReadableOnEveryLabelColour();
    void aNewLabelTakesTheColourUsedLeast();
};

namespace {

QColor darkestInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
    return {};
}

}  // namespace

void ThemeTest::textReadsWellInBothThemes()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const QPalette palette = QApplication::palette();
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button})
            for (const QColor &ink : {palette.color(QPalette::WindowText), palette.color(QPalette::PlaceholderText),
                                      accentColor(), secondaryColor(), warningColor(), errorColor()})
                QVERIFY2(contrast(palette.color(ground), ink) >= 4.5, qPrintable(ink.name()));
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= 4.5);
    }
}

void ThemeTest::iconsTakeTheColourOfTheTheme()
{
    const QIcon tag = icon("tag");
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const QColor ink = darkestInk(tag.pixmap(64).toImage());
        QVERIFY(ink.isValid());
        QCOMPARE(ink.name(), QApplication::palette().color(QPalette::ButtonText).name());
        QCOMPARE(darkestInk(tag.pixmap(64, QIcon::Disabled).toImage()).name(),
                 QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText).name());
        QCOMPARE(darkestInk(tag.pixmap(64, QIcon::Normal, QIcon::On).toImage()).name(), accentColor().name());
    }
}

void ThemeTest::iconsAreSharpAtEveryScale()
{
    QCOMPARE(icon("tag").pixmap(QSize(20, 20), 2.0).size(), QSize(40, 40));
    QCOMPARE(icon("tag").pixmap(QSize(20, 20), 2.0).devicePixelRatio(), 2.0);
}

void ThemeTest::labelTextIsReadableOnEveryLabelColour()
{
    QCOMPARE(labelColors().size(), 16u);
    for (const core::Rgb rgb : labelColors())
        QVERIFY(contrast(toColor(rgb), textOn(toColor(rgb))) >= 4.5);
}

void ThemeTest::aNewLabelTakesTheColourUsedLeast()
{
    std::vector<core::Label> labels;
    for (const core::Rgb rgb : labelColors()) {
        QCOMPARE(nextLabelColor(labels), rgb);
        labels.emplace_back().rgb = rgb;
    }
    QCOMPARE(nextLabelColor(labels), labelColors()[0]);
}

REGISTER_TEST(ThemeTest);
#include "theme_test.moc"
