#include "app/dialogs/export_dialog.h"
#include "tests/app/window_fixture.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/panels/message_bar.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace core;

class ExportWindowTest : public QObject {
    Q_OBJECT
private slots:
    void everySampleIsExported();
    void theFilterNarrowsTheExport();
    void theSelectionOfTheGridIsExported();
    void whatTheFormatCannotHoldIsShownFirst();
    void anEscapedDialogWritesNothing();
    void aVersionIsPublishedAndRecorded();
    void statisticsCountWhatIsStored();
};

namespace {

struct Labeled : tests::WindowFixture {
    // Images 0, 1, 2 … labeled l1, l2, l1 …; the last one is not.
    explicit Labeled(int images = 5)
    {
        makeProject(JobKind::ImageClassification, images, 2);
        openWindow();
        for (int i = 0; i + 1 < images; ++i)
            key(i % 2 == 0 ? Qt::Key_1 : Qt::Key_2);
    }
    QString target() const { return folder.filePath("out.manifest"); }

    // The export dialog with Ctrl+E; the scope by its words; Enter on the button when the losses are counted.
    void exportScope(app::ExportScope scope)
    {
        const bool came = inDialog([this] { key(Qt::Key_E, Qt::ControlModifier); },
                                   [this, scope](QDialog &dialog) {
                                       choose(dialog, "format", "ModelArts manifest");
                                       auto *scopes = dialog.findChild<QComboBox *>("scope");
                                       const int at = scopes->findData(int(scope));
                                       QVERIFY(at >= 0);
                                       scopes->setFocus();
                                       QTest::keyClick(scopes, Qt::Key_Home);
                                       for (int i = 0; i < at; ++i)
                                           QTest::keyClick(scopes, Qt::Key_Down);
                                       typeTarget(dialog, target());
                                       accept(dialog);
                                   });
        QVERIFY(came);
        QTRY_VERIFY(QFile::exists(target()));
    }
    static void choose(QDialog &dialog, const char *box, const QString &text)
    {
        auto *combo = dialog.findChild<QComboBox *>(box);
        const int at = combo->findText(text);
        QVERIFY(at >= 0);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < at; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), text);
    }
    static void typeTarget(QDialog &dialog, const QString &path)
    {
        auto *line = dialog.findChild<QLineEdit *>("target");
        line->selectAll();
        QTest::keyClicks(line, path);
    }
    static void accept(QDialog &dialog)
    {
        auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
    }
    QStringList exported() const
    {
        QFile file(target());
        QStringList names;
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray &line : file.readAll().split('\n'))
                for (int i = 0; i < 9; ++i)
                    if (line.contains(QString("img_%1.png").arg(i).toUtf8()))
                        names << QString::number(i);
        return names;
    }
};

}  // namespace

void ExportWindowTest::everySampleIsExported()
{
    Labeled f;
    f.exportScope(app::ExportScope::All);
    QCOMPARE(f.exported(), (QStringList{"0", "1", "2", "3", "4"}));
}

void ExportWindowTest::theFilterNarrowsTheExport()
{
    Labeled f;
    f.key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "label:l2");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(f.list().rowCount(), 2);
    f.exportScope(app::ExportScope::Filtered);
    QCOMPARE(f.exported(), (QStringList{"1", "3"}));
}

void ExportWindowTest::theSelectionOfTheGridIsExported()
{
    Labeled f;
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.key(Qt::Key_Home);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Right, Qt::ShiftModifier);
    QTRY_COMPARE(f.window->browser().grid()->selectedSamples().size(), 2);
    f.exportScope(app::ExportScope::Selected);
    QCOMPARE(f.exported(), (QStringList{"1", "2"}));
}

void ExportWindowTest::whatTheFormatCannotHoldIsShownFirst()
{
    Labeled f;
    f.key(Qt::Key_H);  // hard, which a list in text files cannot say
    const bool came = f.inDialog([&] { f.key(Qt::Key_E, Qt::ControlModifier); },
                                 [&](QDialog &dialog) {
                                     f.choose(dialog, "format", "ModelArts image classification 1.0");
                                     auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
                                     QTRY_VERIFY(ok->isEnabled());
                                     QCOMPARE(ok->text(), QString("Export without these"));
                                     const auto *losses = dialog.findChild<QListWidget *>();
                                     QVERIFY(!losses->findItems("hard examples", Qt::MatchContains).isEmpty());
                                 });
    QVERIFY(came);
}

void ExportWindowTest::anEscapedDialogWritesNothing()
{
    Labeled f;
    QVERIFY(f.inDialog([&] { f.key(Qt::Key_E, Qt::ControlModifier); },
                       [&](QDialog &dialog) {
                           f.typeTarget(dialog, f.target());
                           QTest::keyClick(&dialog, Qt::Key_Escape);
                       }));
    QVERIFY(f.jobs.jobs().isEmpty());
    QVERIFY(!QFile::exists(f.target()));
}

void ExportWindowTest::aVersionIsPublishedAndRecorded()
{
    Labeled f(11);
    f.settings.setFolder("publish", f.folder.path());
    const auto open = [&] { f.window->actions().action("project.publish")->trigger(); };
    QVERIFY(f.inDialog(open, [&](QDialog &dialog) {
        QTest::keyClicks(dialog.findChildren<QLineEdit *>()[1], "first");
        auto *share = dialog.findChildren<QSpinBox *>()[0];
        share->selectAll();
        QTest::keyClicks(share, "50");
        f.accept(dialog);
    }));
    QTRY_COMPARE(f.reader().versions()->size(), std::size_t(1));
    const Version version = f.reader().versions()->front();
    QCOMPARE(version.name, std::string("V001"));
    QCOMPARE(version.description, std::string("first"));
    QCOMPARE(version.trainShare, 0.5);
    QFile manifest(QDir(f.folder.path()).absoluteFilePath(QString::fromStdString(version.manifest)));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray text = manifest.readAll();
    QCOMPARE(text.count('\n'), 11);
    QCOMPARE(text.count("\"usage\":\"train\"") + text.count("\"usage\":\"eval\""), 10);  // of those labeled
    QVERIFY(text.count("\"usage\":\"eval\"") > 0);
}

void ExportWindowTest::statisticsCountWhatIsStored()
{
    Labeled f;
    const auto open = [&] { f.window->actions().action("quality.statistics")->trigger(); };
    QVERIFY(f.inDialog(open, [&](QDialog &dialog) {
        const auto *tree = dialog.findChild<QTreeWidget *>();
        QTRY_COMPARE(tree->topLevelItemCount(), 4);
        QMap<QString, QString> counts;
        for (QTreeWidgetItemIterator each(dialog.findChild<QTreeWidget *>()); *each; ++each)
            counts[(*each)->text(0)] = (*each)->text(1);
        QCOMPARE(counts["Labeled"], QString("4"));
        QCOMPARE(counts["Unlabeled"], QString("1"));
        QCOMPARE(counts["l1"], QString("2"));
        QCOMPARE(counts["l2"], QString("2"));
    }));
}

REGISTER_TEST(ExportWindowTest);
#include "export_window_test.moc"
