// A text editor on a project of its own: acts it proposes are applied, its content follows, as the window does it.
#pragma once
#include "core/job_options.h"
#include "core/label_colors.h"
#include "core/labelling.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include "widgets/text/entity_editor.h"
#include "widgets/text/entity_view.h"
#include <QTemporaryDir>

namespace tests {

class TextEditorBench {
public:
    // Labels: Person, Place, Work; relations "knows" (Person to Person), "wrote" (Person to Work), "read" (the same).
    explicit TextEditorBench(core::JobKind kind, const std::string &text, bool flagsMisfits = false)
    {
        core::NewProject what{kind, "job", {}};
        for (const char *name : {"Person", "Place", "Work"})
            what.labels.push_back(label(name, core::LabelRole::Entity, int(what.labels.size())));
        auto made = core::Project::create(widgets::toPath(m_folder.filePath("p.labelwright")), what);
        if (!made)
            qFatal("%s", core::describe(made.error()).c_str());
        m_project = std::move(*made);
        core::Job job = m_project->reader().jobs()->front();
        reload(job.id);
        core::Edit edit{"setup", "", {}};
        if (flagsMisfits)
            edit.changes.push_back(core::changed(job, core::withFlaggedMisfits(job, true)));
        for (const auto &[name, to] : {std::pair("knows", 0), std::pair("wrote", 2), std::pair("read", 2)}) {
            core::Label link = label(name, core::LabelRole::Relation, int(m_labels->size() + edit.changes.size()));
            link.id = {-1 - std::int64_t(edit.changes.size())};
            link.job = job.id;
            link.fromLabel = (*m_labels)[0].id;
            link.toLabel = (*m_labels)[std::size_t(to)].id;
            if (kind == core::JobKind::TextTriplet)
                edit.changes.push_back(core::created(link));
        }
        core::Sample sample;
        sample.id = {-1};
        sample.uri = "content://1";
        sample.text = core::SharedText(text);
        edit.changes.push_back(core::created(sample));
        if (const auto set = m_project->apply(edit); !set)
            qFatal("%s", core::describe(set.error()).c_str());
        reload(job.id);
        m_sample = m_project->reader().sampleByUri("content://1")->value();
        m_editor = std::make_unique<widgets::EntityEditor>(m_media, kind);
        m_editor->resize(900, 600);
        connect();
        show();
        m_editor->show();
        (void)QTest::qWaitForWindowExposed(m_editor.get());
        view().setFocus();
    }

    core::SampleContent stored() const { return *m_project->reader().load(m_job.id, m_sample); }
    // "Person: Ada Lovelace" of each entity, in the order they were made; parts are joined by " + ".
    QStringList entities() const
    {
        QStringList all;
        const auto content = stored();
        for (const core::AnnotationPtr &each : content.annotations)
            all << nameOf(each->label) + ": " + surface(*each);
        return all;
    }
    QStringList relations() const  // "Ada knows Charles"
    {
        QStringList all;
        const auto content = stored();
        for (const core::Relation &each : content.relations)
            all << surface(*content.annotation(each.from)) + ' ' + nameOf(each.label) + ' '
                       + surface(*content.annotation(each.to));
        return all;
    }
    // The entity of that text, made without the editor.
    core::AnnotationId mark(const char *words, const char *labelName, bool proposed = false)
    {
        const core::TextRange range = rangeOf(words);
        const core::TextMap map(*stored().sample.text);
        const core::Boundaries boundaries(map);
        const auto made =
            core::addEntity(stored(), {m_job, *m_labels}, boundaries, {&range, 1}, labelOf(labelName), proposed);
        apply(std::get<core::Edit>(made));
        return stored().annotations.back()->id;
    }
    core::TextRange rangeOf(const QString &words) const
    {
        const std::string all = stored().sample.text->str(), utf8 = widgets::toUtf8(words);
        const auto at = std::int64_t(all.find(utf8));
        const core::TextMap map{core::SharedText(all)};
        return {map.fromByte(at), map.fromByte(at + std::int64_t(utf8.size()))};
    }
    core::LabelId labelOf(const char *name) const
    {
        for (const core::Label &each : *m_labels)
            if (each.name == name)
                return each.id;
        return {};
    }

    // Real events. Places are the middle of the character.
    QPoint pointAt(std::int64_t codePoint) { return view().rectOf({codePoint, codePoint + 1}).center().toPoint(); }
    QPoint pointAt(const QString &words) { return view().rectOf(rangeOf(words)).center().toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view().viewport(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i)
            move(from + (to - from) * i / 4, modifiers, Qt::LeftButton);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, modifiers, to);
    }
    // QTest's has no modifiers.
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButtons buttons = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, view().viewport()->mapToGlobal(to), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(view().viewport(), &event);
    }
    void click(const QString &words, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, pointAt(words));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), Qt::Key(key), modifiers); }

    void apply(core::Edit edit)
    {
        const core::SampleContent before = stored();
        const auto set = m_project->apply(core::withImpliedState(edit, std::span(&before, 1)));
        if (!set)
            qFatal("%s", core::describe(set.error()).c_str());
        show();
    }
    widgets::EntityEditor &editor() { return *m_editor; }
    widgets::EntityView &view() { return m_editor->view(); }
    QStringList told;
    core::RelationId relation;  // the selected one

private:
    static core::Label label(const char *name, core::LabelRole role, int position)
    {
        core::Label label;
        label.name = name;
        label.role = role;
        label.position = position;
        label.rgb = core::labelColors()[std::size_t(position)];
        return label;
    }
    void connect()
    {
        using widgets::EditorView;
        QObject::connect(m_editor.get(), &EditorView::editProposed, m_editor.get(),
                         [this](const core::Edit &edit) { apply(edit); });
        QObject::connect(m_editor.get(), &EditorView::selectionChanged, m_editor.get(),
                         [this](const auto &selection) { m_editor->setSelection(selection); });
        QObject::connect(m_editor.get(), &EditorView::relationSelected, m_editor.get(),
                         [this](core::RelationId id) { relation = id; });
        QObject::connect(m_editor.get(), &EditorView::told, m_editor.get(),
                         [this](const QString &note) { told << note; });
    }
    void reload(core::JobId job)
    {
        m_labels = std::make_shared<std::vector<core::Label>>(*m_project->reader().labels(job));
        m_job = m_project->reader().jobs()->front();
    }
    void show()
    {
        const auto content = std::make_shared<core::SampleContent>(stored());
        content->sample.text = m_text.empty() ? *content->sample.text : m_text;
        m_text = *content->sample.text;
        m_editor->setContent({content, m_labels, {}, m_job});
    }
    QString nameOf(core::LabelId id) const
    {
        for (const core::Label &each : *m_labels)
            if (each.id == id)
                return widgets::toQString(each.name);
        return {};
    }
    QString surface(const core::Annotation &entity) const
    {
        const core::TextMap map(*stored().sample.text);
        QStringList parts;
        for (const auto &[begin, end] : std::get<core::TextSpan>(entity.geometry).parts)
            parts << widgets::toQString(map.slice(begin, end));
        return parts.join(" + ");
    }

    QTemporaryDir m_folder;
    widgets::MediaService m_media{1, qint64{1} << 20};
    std::unique_ptr<core::Project> m_project;
    core::Job m_job;
    core::SampleId m_sample;
    core::SharedText m_text;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    std::unique_ptr<widgets::EntityEditor> m_editor;
};

}  // namespace tests
