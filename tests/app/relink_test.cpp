#include "app/relink.h"
#include "tests/app/window_fixture.h"
#include "widgets/qt_text.h"
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace core;

class RelinkTest : public QObject {
    Q_OBJECT
private slots:
    void namesTheOutermostFolderThatIsGone();
    void aMovedFolderIsFoundAndKeepsLabels();
    void anAbsolutePathIsFoundBelowAnotherFolder();
    void aFileThatIsGoneIsMarkedMissing();
    void aPlaceTakenByAnotherSampleIsLeftAlone();
    void theDialogSaysHowManyAreFoundAndUndoTakesItBack();
};

namespace {

struct Moved : tests::WindowFixture {
    QTemporaryDir elsewhere;
    ProgressState progress;
    TaskContext task{{}, progress};

    // Images photos/a/0.png, photos/b/1.png … of a project in `folder`, all labeled l1.
    Moved()
    {
        NewProject what;
        Label label;
        label.name = "l1";
        what.labels = {label};
        auto project = Project::create(widgets::toPath(file()), what);
        QVERIFY_OK(project);
        Edit edit{"import", "", {}};
        for (int i = 0; i < 3; ++i) {
            const QString name = QString("photos/%1/%2.png").arg(QChar(i == 0 ? 'a' : 'b')).arg(i);
            QVERIFY(QDir(folder.path()).mkpath(QFileInfo(name).path()));
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(Qt::gray);
            QVERIFY(image.save(folder.filePath(name)));
            edit.changes.push_back(created(sampleOf(-1 - i, widgets::toUtf8(name))));
        }
        QVERIFY_OK((*project)->apply(edit));
    }
    static Sample sampleOf(std::int64_t id, const std::string &uri)
    {
        Sample sample;
        sample.id = {id};
        sample.uri = uri;
        sample.position = -id;
        sample.media.state = MediaState::Present;
        return sample;
    }
    void moveAway() { QVERIFY(QDir().rename(folder.filePath("photos"), elsewhere.filePath("new"))); }
    std::string oldFolder() const { return widgets::toUtf8(elsewhere.filePath("old")); }
    std::string old(const std::string &file) const { return oldFolder() + '/' + file; }
    app::MediaPlaces places(std::vector<app::FolderMove> moves = {})
    {
        return {session().folder(), {}, std::move(moves)};
    }
    std::filesystem::path newFolder() const { return widgets::toPath(elsewhere.filePath("new")); }
    Sample stored(const std::string &uri)
    {
        const auto id = reader().sampleByUri(uri);
        return id && *id ? reader().load(session().job().id, **id)->sample : Sample{};
    }
    std::string moved(const std::string &file) const { return newFolder().string() + '/' + file; }
};

}  // namespace

void RelinkTest::namesTheOutermostFolderThatIsGone()
{
    Moved f;
    f.openWindow();
    QVERIFY_OK(f.session().apply({"add-samples",
                                  "",
                                  {created(Moved::sampleOf(-10, "s3://bucket/x/y.jpg")),
                                   created(Moved::sampleOf(-11, f.old("deep/er/z.jpg")))}}));
    auto lost = app::findLost(f.reader(), f.session().job().id, f.places(), f.task);
    QCOMPARE(lost->all, 5);
    QCOMPARE(lost->folders, (std::vector<app::LostFolder>{{f.oldFolder(), 1}, {"s3://bucket", 1}}));
    f.moveAway();
    lost = app::findLost(f.reader(), f.session().job().id, f.places(), f.task);
    QCOMPARE(lost->uris.size(), 5u);
    QCOMPARE(lost->folders.front(), (app::LostFolder{"photos", 3}));
}

void RelinkTest::aMovedFolderIsFoundAndKeepsLabels()
{
    Moved f;
    f.openWindow();
    f.key(Qt::Key_1);
    const SampleId first = **f.reader().sampleByUri("photos/a/0.png");
    f.moveAway();
    const auto places = f.places({{"photos", f.newFolder()}});
    const auto lost = app::findLost(f.reader(), f.session().job().id, f.places(), f.task);
    QCOMPARE(app::countFound(lost->uris, places, {}), 3);
    auto answer = app::relink(f.reader(), f.session().job().id, places, f.task);
    QVERIFY_OK(answer);
    QCOMPARE(answer->found, 3);
    QCOMPARE(answer->missing, 0);
    QVERIFY_OK(f.session().apply(std::move(answer->edit)));
    const auto content = f.reader().load(f.session().job().id, first);
    QCOMPARE(content->sample.uri, f.moved("a/0.png"));
    QVERIFY(content->sample.media.state == MediaState::Present);
    QCOMPARE(content->annotations.size(), 1u);
}

void RelinkTest::anAbsolutePathIsFoundBelowAnotherFolder()
{
    Moved f;
    f.openWindow();
    Sample gone = Moved::sampleOf(-10, f.old("b/1.png"));
    gone.media.state = MediaState::Missing;
    QVERIFY_OK(f.session().apply({"add-samples", "", {created(gone)}}));
    QVERIFY(QDir(f.elsewhere.path()).mkpath("new/b"));
    QVERIFY(QFile::copy(f.folder.filePath("photos/b/1.png"), f.elsewhere.filePath("new/b/1.png")));
    const auto places = f.places({{f.oldFolder(), f.newFolder()}});
    auto answer = app::relink(f.reader(), f.session().job().id, places, f.task);
    QCOMPARE(answer->found, 1);
    QVERIFY_OK(f.session().apply(std::move(answer->edit)));
    QVERIFY(f.stored(f.moved("b/1.png")).media.state == MediaState::Present);
    QVERIFY(f.stored("photos/b/1.png").media.state == MediaState::Present);  // still there: not moved
}

void RelinkTest::aFileThatIsGoneIsMarkedMissing()
{
    Moved f;
    f.openWindow();
    QVERIFY(QFile::remove(f.folder.filePath("photos/b/2.png")));
    auto answer = app::relink(f.reader(), f.session().job().id, f.places(), f.task);
    QCOMPARE(answer->missing, 1);
    QVERIFY_OK(f.session().apply(std::move(answer->edit)));
    QVERIFY(f.stored("photos/b/2.png").media.state == MediaState::Missing);
    QVERIFY(f.stored("photos/b/1.png").media.state == MediaState::Present);
}

void RelinkTest::aPlaceTakenByAnotherSampleIsLeftAlone()
{
    Moved f;
    f.openWindow();
    f.moveAway();
    QVERIFY_OK(f.session().apply({"add-samples", "", {created(Moved::sampleOf(-10, f.moved("a/0.png")))}}));
    auto answer = app::relink(f.reader(), f.session().job().id, f.places({{"photos", f.newFolder()}}), f.task);
    QCOMPARE(answer->found, 2);
    QCOMPARE(answer->missing, 1);
    QVERIFY_OK(f.session().apply(std::move(answer->edit)));
    QVERIFY(f.stored("photos/a/0.png").media.state == MediaState::Missing);
}

void RelinkTest::theDialogSaysHowManyAreFoundAndUndoTakesItBack()
{
    Moved f;
    f.openWindow();
    f.moveAway();
    const auto open = [&] { f.window->actions().action("project.relink")->trigger(); };
    const bool came = f.inDialog(open, [&](QDialog &dialog) {
        auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(ok->isEnabled());
        auto *table = dialog.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 0)->text(), QString("photos"));
        const auto *found = dialog.findChild<QLabel *>("found");
        QTRY_VERIFY(found->text().contains("0 of 3"));
        table->setCurrentCell(0, 1);
        table->editItem(table->item(0, 1));
        QTest::keyClicks(table->viewport()->focusWidget(), f.elsewhere.filePath("new"));
        QTest::keyClick(table->viewport()->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(found->text().contains("3 of 3"));
        QTest::mouseClick(ok, Qt::LeftButton);
    });
    QVERIFY(came);
    QTRY_VERIFY(f.stored(f.moved("a/0.png")).media.state == MediaState::Present);
    QTRY_COMPARE(widgets::toQString(f.session().content()->sample.uri), widgets::toQString(f.moved("a/0.png")));
    QVERIFY_OK(f.session().undo());
    QVERIFY(f.stored("photos/a/0.png").id);
}

REGISTER_TEST(RelinkTest);
#include "relink_test.moc"
