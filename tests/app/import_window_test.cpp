#include "tests/app/window_fixture.h"
#include "widgets/panels/jobs_button.h"
#include "widgets/panels/message_bar.h"
#include <QAbstractItemView>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace core;

class ImportWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aManifestIsPreviewedAndImported();
    void strictRefusesAllAtTheFirstFault();
    void aCancelledImportLeavesNothing();
};

namespace {

struct Importing : tests::WindowFixture {
    Importing()
    {
        makeProject(JobKind::ImageClassification, 1, 1);
        openWindow();
    }
    // Lines of s3://b/0.jpg … labeled "cat", a broken one at the end.
    QString manifest(int lines, bool broken = false)
    {
        QFile file(folder.filePath("in.manifest"));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (int i = 0; i < lines; ++i)
            file.write(QString(R"({"source":"s3://b/%1.jpg","annotation":[{"type":"modelarts/image_classification",)"
                               R"("name":"cat"}]})"
                               "\n")
                           .arg(i)
                           .toUtf8());
        if (broken)
            file.write("{\"source\":5}\n");
        return file.fileName();
    }
    bool import(const QString &source, const std::function<void(QDialog &)> &before)
    {
        return inDialog([this] { key(Qt::Key_I, Qt::ControlModifier); },
                        [&](QDialog &dialog) {
                            QTest::keyClicks(dialog.findChild<QLineEdit *>("source"), source);
                            before(dialog);
                            auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
                            QTRY_VERIFY(ok->isEnabled());
                            QTest::mouseClick(ok, Qt::LeftButton);
                        });
    }
    StateCounts counts() { return *reader().stateCounts(session().job().id); }
};

}  // namespace

void ImportWindowTest::aManifestIsPreviewedAndImported()
{
    Importing f;
    const QString source = f.manifest(5, true);
    QVERIFY(f.import(source, [](QDialog &dialog) {
        auto *tabs = dialog.findChild<QTabWidget *>();
        const auto *preview = tabs->widget(0)->findChild<QAbstractItemView *>();
        const auto *table = preview ? preview : qobject_cast<QAbstractItemView *>(tabs->widget(0));
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QTRY_COMPARE(tabs->tabText(1), QString("Problems (1)"));
    }));
    QTRY_COMPARE(f.counts().all, 6);
    QCOMPARE(f.counts().labeled, 5);
    QCOMPARE(f.counts().missing, 5);
    QCOMPARE(f.session().labels()->back().name, std::string("cat"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.counts().all, 1);
}

void ImportWindowTest::strictRefusesAllAtTheFirstFault()
{
    Importing f;
    QVERIFY(f.import(f.manifest(3, true), [](QDialog &dialog) {
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            if (box->text() == "Refuse all at the first fault")
                box->click();
    }));
    QTRY_COMPARE(f.window->messages().count(), 1);
    QCOMPARE(f.counts().all, 1);
    bool told = false;
    for (const QLabel *label : f.window->messages().findChildren<QLabel *>())
        told = told || label->text().contains("in.manifest");
    QVERIFY(told);
}

void ImportWindowTest::aCancelledImportLeavesNothing()
{
    Importing f;
    QVERIFY(f.import(f.manifest(200000), [](QDialog &) {}));
    auto *jobs = f.window->findChild<widgets::JobsButton *>();
    QTRY_VERIFY(jobs->isVisible());
    QTest::mouseClick(jobs, Qt::LeftButton);
    QPushButton *cancel = nullptr;
    for (QPushButton *each : jobs->findChildren<QPushButton *>())
        cancel = each->text() == "Cancel" ? each : cancel;
    QVERIFY(cancel);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.jobs.jobs().isEmpty(), 30000);
    QCOMPARE(f.counts().all, 1);
    QCOMPARE(f.session().labels()->size(), std::size_t(1));
}

REGISTER_TEST(ImportWindowTest);
#include "import_window_test.moc"
