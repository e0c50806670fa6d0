// RoleLabels of entities and relations: the panel in two sections, the editor with ends.
#include "core/labels.h"
#include "tests/test_registry.h"
#include "widgets/panels/label_dialogs.h"
#include "widgets/panels/label_editor.h"
#include "widgets/panels/label_model.h"
#include "widgets/panels/label_panel.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace widgets;
using core::LabelRole;

class LabelRolesTest : public QObject {
    Q_OBJECT
private slots:
    void entitiesAndRelationsAreSectionsWithHeadings();
    void aHeadingIsNoChoice();
    void whatIsAddedHasTheRoleOfItsLine();
    void aWrittenRelationBringsItsEnds();
    void anEndThatDoesNotExistIsTold();
    void aNamedEntityJobAddsEntities();
    void movingDoesNotLeaveTheSection();
    void anEntityInUseIsNotDeleted();
    void theEditorAsksForTheEndsOfARelation();
    void theEditorOfAnEntityAsksForNoShape();
    void oneNameMayBeAnEntityAndARelation();
};

namespace {

using RoleLabels = std::vector<core::Label>;

std::shared_ptr<const RoleLabels> tripletLabels()
{
    const std::vector<std::string> texts{"Book", "Person", "author(Book>Person)", "near(*>*)"};
    RoleLabels labels = *core::newLabels(core::JobKind::TextTriplet, texts);
    for (core::Label &label : labels)
        for (core::LabelId *id : {&label.id, &label.fromLabel, &label.toLabel})
            id->value = -id->value;
    return std::make_shared<const RoleLabels>(labels);
}

struct RoleList {
    explicit RoleList(core::JobKind kind = core::JobKind::TextTriplet)
        : labels(kind == core::JobKind::TextTriplet ? tripletLabels() : std::make_shared<const RoleLabels>()),
          search(panel.findChild<QLineEdit *>()),
          view(panel.findChild<QListView *>()),
          edits(&panel, &LabelPanel::editProposed)
    {
        core::Job job;
        job.id = {1};
        job.kind = kind;
        panel.setJob(job);
        panel.setLabels(labels);
        panel.resize(260, 400);
        panel.show();
    }
    QStringList lines() const
    {
        QStringList texts;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            texts << view->model()->index(row, 0).data().toString();
        return texts;
    }
    core::Label added() const
    {
        const auto edit = edits.constLast().at(0).value<core::Edit>();
        return *std::get<core::RowChange<core::Label>>(edit.changes.at(0)).after;
    }
    core::LabelId id(std::size_t i) const { return labels->at(i).id; }

    std::shared_ptr<const RoleLabels> labels;
    LabelPanel panel;
    QLineEdit *search;
    QListView *view;
    QSignalSpy edits;
};

}  // namespace

void LabelRolesTest::entitiesAndRelationsAreSectionsWithHeadings()
{
    RoleList panel;
    QCOMPARE(panel.lines(), (QStringList{"Entities", "Book", "Person", "Relations", "author", "near"}));
    const auto ends = [&](int row) { return panel.view->model()->index(row, 0).data(LabelModel::EndsRole).toString(); };
    QCOMPARE(ends(4), QString("Book → Person"));
    QCOMPARE(ends(5), QString("any → any"));
    QCOMPARE(ends(1), QString());
    QTest::keyClicks(panel.search, "per");
    QCOMPARE(panel.lines().first(2), (QStringList{"Entities", "Person"}));
}

void LabelRolesTest::aHeadingIsNoChoice()
{
    RoleList panel;
    QSignalSpy chosen(&panel.panel, &LabelPanel::labelChosen);
    const auto click = [&](int row) {
        const QRect line = panel.view->visualRect(panel.view->model()->index(row, 0));
        QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, {}, line.center());
    };
    click(0);
    click(3);
    QCOMPARE(chosen.count(), 0);
    click(4);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<core::LabelId>(), panel.id(2));
    panel.view->setCurrentIndex(panel.view->model()->index(2, 0));
    QTest::keyClick(panel.view, Qt::Key_Down);
    QCOMPARE(panel.view->currentIndex().row(), 4);
}

void LabelRolesTest::whatIsAddedHasTheRoleOfItsLine()
{
    RoleList panel;
    QTest::keyClicks(panel.search, "Place");
    QCOMPARE(panel.lines(), (QStringList{"Add entity “Place”", "Add relation “Place”"}));
    QTest::keyClick(panel.search, Qt::Key_Return);
    QVERIFY(panel.added().role == LabelRole::Entity);
    QCOMPARE(panel.added().name, std::string("Place"));
    QTest::keyClicks(panel.search, "cites");
    QTest::keyClick(panel.search, Qt::Key_Down);
    QTest::keyClick(panel.search, Qt::Key_Return);
    QVERIFY(panel.added().role == LabelRole::Relation);
    QVERIFY(!panel.added().fromLabel && !panel.added().toLabel);
}

void LabelRolesTest::aWrittenRelationBringsItsEnds()
{
    RoleList panel;
    QTest::keyClicks(panel.search, "cites(Book>*)");
    QCOMPARE(panel.lines(), QStringList{"Add relation “cites(Book>*)”"});
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.added().name, std::string("cites"));
    QCOMPARE(panel.added().fromLabel, panel.id(0));
    QVERIFY(!panel.added().toLabel);
}

void LabelRolesTest::anEndThatDoesNotExistIsTold()
{
    RoleList panel;
    QSignalSpy told(&panel.panel, &LabelPanel::told);
    QTest::keyClicks(panel.search, "cites(Bok>*)");
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.edits.count(), 0);
    QCOMPARE(told.count(), 1);
    QVERIFY(told.at(0).at(0).toString().contains("Bok"));
}

void LabelRolesTest::aNamedEntityJobAddsEntities()
{
    RoleList panel(core::JobKind::NamedEntity);
    QTest::keyClicks(panel.search, "Person");
    QCOMPARE(panel.lines(), QStringList{"Add “Person”"});
    QTest::keyClick(panel.search, Qt::Key_Return);
    QVERIFY(panel.added().role == LabelRole::Entity);
}

void LabelRolesTest::movingDoesNotLeaveTheSection()
{
    RoleList panel;
    panel.view->setCurrentIndex(panel.view->model()->index(2, 0));
    QTest::keyClick(panel.view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(panel.edits.count(), 0);
    panel.view->setCurrentIndex(panel.view->model()->index(5, 0));
    QTest::keyClick(panel.view, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(panel.edits.count(), 1);
    const auto edit = panel.edits.at(0).at(0).value<core::Edit>();
    QCOMPARE(edit.changes.size(), 2u);
    QCOMPARE(std::get<core::RowChange<core::Label>>(edit.changes[0]).after->name, std::string("near"));
    QCOMPARE(std::get<core::RowChange<core::Label>>(edit.changes[0]).after->position, 2);
}

void LabelRolesTest::anEntityInUseIsNotDeleted()
{
    RoleList panel;
    QSignalSpy removed(&panel.panel, &LabelPanel::removeWanted);
    panel.view->setCurrentIndex(panel.view->model()->index(1, 0));
    QTest::keyClick(panel.view, Qt::Key_Delete);
    auto *box = panel.panel.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QVERIFY(box->text().contains("Book"));
    QVERIFY(box->informativeText().contains("author (Book → Person)"));
    QVERIFY(!panel.panel.findChild<RemoveLabelDialog *>());
    box->close();
    panel.view->setCurrentIndex(panel.view->model()->index(4, 0));
    QTest::keyClick(panel.view, Qt::Key_Delete);
    auto *dialog = panel.panel.findChild<RemoveLabelDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(0).value<core::LabelId>(), panel.id(2));
}

void LabelRolesTest::theEditorAsksForTheEndsOfARelation()
{
    const RoleLabels labels = *tripletLabels();
    LabelEditor editor(labels[2], labels, {}, nullptr, core::JobKind::TextTriplet);
    editor.show();
    auto *from = editor.findChild<QComboBox *>("from"), *to = editor.findChild<QComboBox *>("to");
    QVERIFY(from->isVisible() && to->isVisible());
    QCOMPARE(from->count(), 3);  // any entity, Book, Person
    QCOMPARE(from->currentText(), QString("Book"));
    QCOMPARE(to->currentText(), QString("Person"));
    QVERIFY(editor.label() == labels[2]);
    from->setCurrentIndex(0);
    to->setCurrentIndex(1);
    QVERIFY(!editor.label().fromLabel);
    QCOMPARE(editor.label().toLabel, labels[0].id);
}

void LabelRolesTest::theEditorOfAnEntityAsksForNoShape()
{
    const RoleLabels labels = *tripletLabels();
    LabelEditor editor(labels[0], labels, {}, nullptr, core::JobKind::TextTriplet);
    editor.show();
    for (const QComboBox *combo : editor.findChildren<QComboBox *>())
        QVERIFY(!combo->isVisible());
    QVERIFY(editor.label() == labels[0]);
}

void LabelRolesTest::oneNameMayBeAnEntityAndARelation()
{
    const RoleLabels labels = *tripletLabels();
    LabelEditor editor(labels[2], labels, {}, nullptr, core::JobKind::TextTriplet);
    auto *ok = editor.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *name = editor.findChild<QLineEdit *>("name");
    name->setText("Book");
    QVERIFY(ok->isEnabled());
    name->setText("near");
    QVERIFY(!ok->isEnabled());
}

REGISTER_TEST(LabelRolesTest);
#include "label_roles_test.moc"
