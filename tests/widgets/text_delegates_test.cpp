// How texts are drawn in the list and the grid: where there is ink, and that no media are asked for.
#include "tests/widgets/fixtures.h"
#include "widgets/lists/preview_popup.h"
#include "widgets/lists/sample_delegates.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/sample_list.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/tile_view.h"
#include "widgets/media_service.h"
#include "widgets/text/text_view.h"
#include <QPainter>
#include <QStandardItemModel>

using namespace widgets;
using Role = SampleListModel::Role;

class TextDelegatesTest : public QObject {
    Q_OBJECT
private slots:
    void aTextBeginsAtTheLeftAndArabicAtTheRight();
    void aTileHoldsSeveralLines();
    void aTileKeepsRoomForItsLabels();
    void textsAskForNoThumbnail();
    void spaceShowsTheWholeText();
};

namespace {

const core::Label *theLabel(core::LabelId)
{
    static const core::Label label = [] {
        core::Label made;
        made.name = "label";
        made.rgb = 0xff0000;
        return made;
    }();
    return &label;
}

struct Drawn {
    MediaService media{1, 1 << 20};
    Thumbnails thumbnails{media};
    SampleLineDelegate line{thumbnails, theLabel, nullptr};
    SampleTileDelegate tile{thumbnails, theLabel, nullptr};
    QStandardItemModel model{1, 1};

    explicit Drawn(const QString &text, bool labeled = false)
    {
        model.setData(at(), text, Role::TextRole);
        model.setData(at(), text, Role::NameRole);
        if (labeled)
            model.setData(at(), QVariant::fromValue(QList<core::LabelId>{{1}}), Role::LabelsRole);
    }
    QModelIndex at() const { return model.index(0, 0); }
    QImage draw(const QStyledItemDelegate &delegate, const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette.setColor(QPalette::Text, Qt::black);
        option.palette.setColor(QPalette::Base, Qt::white);
        delegate.paint(&painter, option, at());
        return image;
    }
};

int ink(const QImage &image, const QRect &where)
{
    int dark = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            dark += qGray(image.pixel(x, y)) < 110;
    return dark;
}

// Rows of pixels with ink that have none above: lines of text begin there.
int textLines(const QImage &image, const QRect &where)
{
    int lines = 0;
    bool was = false;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        const bool is = ink(image, QRect(where.left(), y, where.width(), 1)) > 0;
        lines += is && !was;
        was = is;
    }
    return lines;
}

}  // namespace

void TextDelegatesTest::aTextBeginsAtTheLeftAndArabicAtTheRight()
{
    const QSize size(600, SampleLineDelegate::Height);
    const QRect left(0, 0, 200, size.height()), right(400, 0, 200, size.height());
    Drawn latin("good value"), arabic("شكرا لكم");
    const QImage l = latin.draw(latin.line, size), a = arabic.draw(arabic.line, size);
    QVERIFY(ink(l, left) > 0);
    QCOMPARE(ink(l, right), 0);
    QVERIFY(ink(a, right) > 0);
    QCOMPARE(ink(a, left), 0);
}

void TextDelegatesTest::aTileHoldsSeveralLines()
{
    const QSize size = SampleTileDelegate::tileSize(240);
    const QRect card(20, 16, 200, size.height() - 56);
    Drawn few("mmm\nmmm\nmmm"), many(QString("mmmm mmmm mmmm mmmm ").repeated(60));
    QCOMPARE(textLines(few.draw(few.tile, size), card), 3);
    const int lines = textLines(many.draw(many.tile, size), card);
    QVERIFY2(lines >= 5, qPrintable(QString::number(lines)));
    // Nothing is drawn over the edge of the card or below it.
    const QImage image = many.draw(many.tile, size);
    QCOMPARE(ink(image, QRect(0, 0, 9, size.height())), 0);
    QCOMPARE(ink(image, QRect(size.width() - 9, 0, 9, size.height())), 0);
}

void TextDelegatesTest::aTileKeepsRoomForItsLabels()
{
    const QSize size = SampleTileDelegate::tileSize(240);
    const QString text = QString("mmmm mmmm mmmm ").repeated(80);
    Drawn plain(text), labeled(text, true);
    const QRect card(20, 16, 200, size.height() - 56);
    const int without = textLines(plain.draw(plain.tile, size), card);
    const QImage image = labeled.draw(labeled.tile, size);
    const QRect chips(120, size.height() - 60, 100, 16);  // beside the chip, where text would be
    QVERIFY(textLines(image, QRect(card.topLeft(), chips.topRight())) < without);
    QCOMPARE(ink(image, chips), 0);
}

namespace {

struct Texts : tests::ProjectFixture {
    Texts() : ProjectFixture(0)
    {
        core::Edit edit{"add-samples", "", {}};
        for (int i = 0; i < 3; ++i) {
            core::Sample sample;
            sample.id = {-1 - i};
            sample.uri = "content://line." + std::to_string(i);
            sample.text = "text " + std::to_string(i) + std::string(5000, 'x') + " end";
            sample.position = i;
            edit.changes.push_back(core::created(sample));
        }
        apply(edit);
        if (!model.setReader([this] { return project().newReader(); }))
            qFatal("no reader");
        model.setLocate([this](const core::Sample &) {
            ++located;
            return QString("/nowhere");
        });
        model.setQuery(query(""));
        grid.setModel(&model);
        grid.resize(700, 400);
        grid.show();
    }
    MediaService media{1, 1 << 20};
    SampleListModel model;
    SampleGrid grid{media};
    int located = 0;
};

}  // namespace

void TextDelegatesTest::textsAskForNoThumbnail()
{
    Texts texts;
    QTRY_VERIFY(texts.model.loadedRow(2));
    const QImage seen = texts.grid.grab().toImage();
    QVERIFY(!seen.isNull());
    QCOMPARE(texts.located, 0);
    QVERIFY(texts.model.index(0).data(SampleListModel::TextRole).toString().startsWith("text 0"));
    QVERIFY(texts.model.index(0).data(SampleListModel::TextRole).toString().size() <= 600);
}

void TextDelegatesTest::spaceShowsTheWholeText()
{
    Texts texts;
    QTRY_VERIFY(texts.model.loadedRow(1));
    TileView *view = texts.grid.view();
    view->setFocus();
    QTest::mouseMove(view->viewport(), view->visualRect(texts.model.index(1)).center());
    emit view->hovered(texts.model.index(1));
    QTest::keyClick(view, Qt::Key_Space);
    auto *popup = texts.grid.findChild<PreviewPopup *>();
    QTRY_VERIFY(popup->isVisible());
    auto *text = popup->findChild<TextView *>();
    QTRY_COMPARE(text->map().codePoints(), 5010);
    QTest::keyClick(popup, Qt::Key_PageDown);
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Space);
    QVERIFY(!popup->isVisible());
}

REGISTER_TEST(TextDelegatesTest);
#include "text_delegates_test.moc"
