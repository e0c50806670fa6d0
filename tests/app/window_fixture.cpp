#include "tests/app/window_fixture.h"
#include "widgets/qt_text.h"
#include <QPointer>
#include <QTimer>
#include <algorithm>

namespace tests {

using namespace core;

void WindowFixture::makeProject(JobKind kind, int images, int labels, bool many)
{
    NewProject what;
    what.kind = kind;
    for (int i = 1; i <= labels; ++i) {
        Label label;
        label.name = "l" + std::to_string(i);
        label.position = i;
        what.labels.push_back(label);
    }
    auto project = Project::create(widgets::toPath(file()), what);
    QVERIFY_OK(project);
    Edit edit{"import", "", {}};
    for (int i = 0; i < images; ++i) {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(i * 40 % 360, 120, 200));
        const QString name = QString("img_%1.png").arg(i);
        QVERIFY(image.save(folder.filePath(name)));
        Sample sample;
        sample.id = {-1 - i};
        sample.uri = widgets::toUtf8(name);
        sample.position = i;
        sample.media = {MediaState::Present, 0, 400, 300, 3, 0, 0};
        edit.changes.push_back(created(sample));
    }
    if (many) {
        const Job before = (*project)->reader().jobs().value().front();
        Job after = before;
        after.options = R"({"multi_label":true})";
        edit.changes.push_back(changed(before, after));
    }
    QVERIFY_OK((*project)->apply(edit));
}

void WindowFixture::makeTexts(JobKind kind, const std::vector<std::string> &texts, std::vector<Label> labels)
{
    NewProject what;
    what.kind = kind;
    what.labels = std::move(labels);
    auto project = Project::create(widgets::toPath(file()), what);
    QVERIFY_OK(project);
    Edit edit{"import", "", {}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Sample sample;
        sample.id = {-1 - std::int64_t(i)};
        sample.uri = "text_" + std::to_string(i);
        sample.text = texts[i];
        sample.position = std::int64_t(i);
        edit.changes.push_back(created(sample));
    }
    QVERIFY_OK((*project)->apply(edit));
}

void WindowFixture::openWindow()
{
    window = std::make_unique<app::MainWindow>(app::Services{settings, media, jobs, translation});
    window->resize(1200, 800);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QVERIFY(window->projects().open(file()));
    QTRY_VERIFY(!list().isListing());
    QTRY_VERIFY(list().rowCount() == 0 || session().content());
    if (const widgets::EditorView *view = window->editor().view())
        QTRY_VERIFY(view->isSettled());
}

void WindowFixture::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
    QTest::keyClick(target, key, modifiers);
}

bool WindowFixture::inDialog(const std::function<void()> &open, const std::function<void(QDialog &)> &drive)
{
    bool came = false;
    QTimer::singleShot(0, window.get(), [&] {
        QPointer<QDialog> dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        came = true;
        dialog->activateWindow();
        if (QTest::qWaitFor([&] { return QApplication::activeWindow() == dialog; }))
            drive(*dialog);
        if (dialog && dialog->isVisible())
            dialog->reject();
    });
    open();
    window->activateWindow();
    (void)QTest::qWaitForWindowActive(window.get());
    return came;
}

SampleId WindowFixture::sample(int image)
{
    const auto id = reader().sampleByUri("img_" + std::to_string(image) + ".png");
    return id && *id ? **id : SampleId{};
}

SampleContent WindowFixture::content(int image)
{
    auto content = reader().load(session().job().id, sample(image));
    return content ? std::move(*content) : SampleContent{};
}

SampleContent WindowFixture::text(int index)
{
    const auto id = reader().sampleByUri("text_" + std::to_string(index));
    auto content = reader().load(session().job().id, id && *id ? **id : SampleId{});
    return content ? std::move(*content) : SampleContent{};
}

std::vector<std::string> WindowFixture::labelNames(const SampleContent &content)
{
    std::vector<std::string> names;
    const auto labels = reader().labels(session().job().id);
    for (const AnnotationPtr &annotation : content.annotations) {
        const auto label = std::ranges::find(*labels, annotation->label, &Label::id);
        names.push_back(label == labels->end() ? "?" : label->name);
    }
    return names;
}

std::vector<std::string> WindowFixture::labelsOf(int image)
{
    return labelNames(content(image));
}

QString WindowFixture::current()
{
    const auto content = session().content();
    return content ? widgets::toQString(content->sample.uri) : QString();
}

}  // namespace tests
