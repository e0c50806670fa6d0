// An editor on a project of its own: edits it proposes are applied, its content follows, as the window does it.
#pragma once
#include "core/labelling.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include "widgets/editor_view.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include <QTemporaryDir>

namespace tests {

class EditorBench {
public:
    explicit EditorBench(core::JobKind kind)
    {
        core::NewProject what{kind, "job", {}};
        for (const auto &[name, rgb] : {std::pair("car", 0xe6194bu), std::pair("dog", 0x3cb44bu)}) {
            core::Label label;
            label.name = name;
            label.rgb = rgb;
            what.labels.push_back(label);
        }
        auto made = core::Project::create(widgets::toPath(m_folder.filePath("p.labelwright")), what);
        if (!made)
            qFatal("%s", core::describe(made.error()).c_str());
        m_project = std::move(*made);
        m_job = m_project->reader().jobs()->front().id;
        m_labels = std::make_shared<std::vector<core::Label>>(*m_project->reader().labels(m_job));
        m_editor.reset(widgets::editorFor(kind)->create(m_media, kind, nullptr));
        m_editor->resize(800, 600);
        QObject::connect(m_editor.get(), &widgets::EditorView::editProposed, m_editor.get(),
                         [this](const core::Edit &edit) { apply(edit); });
        QObject::connect(m_editor.get(), &widgets::EditorView::selectionChanged, m_editor.get(),
                         [this](const auto &selection) { m_editor->setSelection(selection); });
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    // A sample of that picture; shown.
    void open(const QString &file, QSize size = {})
    {
        core::Sample sample;
        sample.id = {-1};
        sample.uri = widgets::toUtf8(file);
        sample.media.width = size.width();
        sample.media.height = size.height();
        const auto set = m_project->apply({"add-samples", "", {core::created(sample)}});
        if (!set)
            qFatal("%s", core::describe(set.error()).c_str());
        m_sample = m_project->reader().sampleByUri(sample.uri)->value();
        m_file = widgets::toPath(file);
        show();
        m_editor->show();
        (void)QTest::qWaitForWindowExposed(m_editor.get());
        (void)QTest::qWaitFor([&] { return m_editor->isSettled(); });
    }
    void apply(core::Edit edit)
    {
        const core::SampleContent before = stored();
        const auto set = m_project->apply(core::withImpliedState(std::move(edit), std::span(&before, 1)));
        if (!set)
            qFatal("%s", core::describe(set.error()).c_str());
        ++m_applied;
        m_content = std::make_shared<core::SampleContent>(stored());
        show();
    }
    void undo()
    {
        (void)m_project->undo();
        m_content = std::make_shared<core::SampleContent>(stored());
        show();
    }
    core::SampleContent stored() const { return *m_project->reader().load(m_job, m_sample); }
    template <class Shape>
    Shape only() const  // the geometry of the one annotation
    {
        const auto content = stored();
        return content.annotations.size() == 1 ? std::get<Shape>(content.annotations[0]->geometry) : Shape{};
    }
    core::LabelId label(std::size_t i) const { return (*m_labels)[i].id; }
    core::JobId job() const { return m_job; }
    core::SampleId sample() const { return m_sample; }
    int applied() const { return m_applied; }
    widgets::EditorView &editor() { return *m_editor; }
    widgets::MediaService &media() { return m_media; }

private:
    void show()
    {
        if (!m_content || m_content->sample.id != m_sample)
            m_content = std::make_shared<core::SampleContent>(stored());
        m_editor->setContent({m_content, m_labels, m_file, m_project->reader().jobs()->front()});
    }

    QTemporaryDir m_folder;
    widgets::MediaService m_media{2, qint64{64} << 20};
    std::unique_ptr<core::Project> m_project;
    core::JobId m_job;
    core::SampleId m_sample;
    std::filesystem::path m_file;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    std::shared_ptr<const core::SampleContent> m_content;
    std::unique_ptr<widgets::EditorView> m_editor;
    int m_applied = 0;
};

}  // namespace tests
