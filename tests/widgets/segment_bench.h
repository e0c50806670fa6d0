// An editor of segments on a project of its own with a sound of 10 s at 8000 Hz: acts it proposes are applied, its
// content follows, as the window does it.
#pragma once
#include "core/job_options.h"
#include "core/label_colors.h"
#include "core/labelling.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include "tests/wav_file.h"
#include "widgets/audio/segment_editor.h"
#include "widgets/audio/segment_model.h"
#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_view.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include <QTemporaryDir>

namespace tests {

class SegmentBench {
public:
    static constexpr int rate = 8000;

    explicit SegmentBench(core::SegmentRule rule = core::SegmentRule::Free, bool content = true)
    {
        core::NewProject what{core::JobKind::SpeechSegmentation, "job", {}};
        for (const char *name : {"speech", "music"}) {
            core::Label label;
            label.name = name;
            label.position = int(what.labels.size());
            label.rgb = core::labelColors()[what.labels.size()];
            what.labels.push_back(label);
        }
        core::Job job;
        const std::vector<core::AttributeSpec> classes{{"mood", {"calm", "angry"}, ""}};
        job = core::withLabelClasses(core::withContent(core::withSegmentRule(job, rule), content), classes);
        what.options = job.options;
        auto made = core::Project::create(widgets::toPath(m_folder.filePath("p.labelwright")), what);
        if (!made)
            qFatal("%s", core::describe(made.error()).c_str());
        m_project = std::move(*made);
        m_job = m_project->reader().jobs()->front();
        m_labels = std::make_shared<std::vector<core::Label>>(*m_project->reader().labels(m_job.id));
        writeWave(file(), toneSamples({{1, 0}, {2, 0.5}, {2, 0}, {2, 0.4}, {3, 0}}, rate), rate);
        core::Sample sample;
        sample.id = {-1};
        sample.uri = "sound.wav";
        sample.media = {core::MediaState::Present, 0, 0, 0, 1, 10 * rate, rate};
        if (const auto set = m_project->apply({"setup", "", {core::created(sample)}}); !set)
            qFatal("%s", core::describe(set.error()).c_str());
        m_sample = m_project->reader().sampleByUri("sound.wav")->value();
        m_editor = std::make_unique<widgets::SegmentEditor>(m_media);
        m_editor->resize(1000, 700);
        connect();
        show();
        m_editor->show();
        (void)QTest::qWaitForWindowExposed(m_editor.get());
        (void)QTest::qWaitFor([this] { return view().info() && m_editor->pane().playback().info(); });
        m_editor->setCurrentLabel((*m_labels)[0].id);
        view().setFocus();
    }

    core::SampleContent stored() const { return *m_project->reader().load(m_job.id, m_sample); }
    // "0.50-1.20 speech" of each, in time, with what is said.
    QStringList segments() const
    {
        const core::SampleContent content = stored();
        QMap<QPair<qint64, qint64>, QString> all;
        for (const core::AnnotationPtr &each : content.annotations) {
            const core::TimeSpan &span = *core::timeSpanOf(*each);
            QString text =
                QString("%1-%2").arg(double(span.begin) / rate, 0, 'f', 2).arg(double(span.end) / rate, 0, 'f', 2);
            for (const core::Label &label : *m_labels)
                if (label.id == each->label)
                    text += ' ' + widgets::toQString(label.name);
            if (const std::string *said = core::valueOf(each->attributes, core::builtin::Content))
                text += QString(" “%1”").arg(widgets::toQString(*said));
            all.insert({span.begin, each->id.value}, text);
        }
        return all.values();
    }
    // Without the editor.
    core::AnnotationId add(double begin, double end, bool proposed = false)
    {
        const core::SampleContent before = stored();
        core::Annotation segment;
        segment.id = {-1};
        segment.job = m_job.id;
        segment.sample = m_sample;
        segment.label = (*m_labels)[0].id;
        segment.order = std::int64_t(before.annotations.size());
        segment.geometry = core::TimeSpan{samples(begin), samples(end), -1};
        segment.proposed = proposed;
        apply({"add", "", {core::created(segment)}});
        return stored().annotations.back()->id;
    }

    // Real events on the waveform; times in seconds.
    QPoint pointAt(double seconds) { return {qRound(view().xOf(samples(seconds))), view().rect().center().y() - 20}; }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&view(), Qt::LeftButton, modifiers, at);
    }
    // QTest's has no modifiers.
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButtons buttons = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, view().mapToGlobal(to), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(&view(), &event);
    }
    void drag(double from, double to, Qt::KeyboardModifiers modifiers = Qt::AltModifier)
    {
        press(pointAt(from), modifiers);
        for (int i = 1; i <= 4; ++i)
            move(pointAt(from + (to - from) * i / 4), modifiers);
        QTest::mouseRelease(&view(), Qt::LeftButton, modifiers, pointAt(to));
    }
    void click(double seconds, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&view(), Qt::LeftButton, modifiers, pointAt(seconds));
    }
    static std::int64_t samples(double seconds) { return std::llround(seconds * rate); }
    // The field of the table, opened as by a double click.
    QWidget *open(core::AnnotationId id, widgets::SegmentModel::Field field)
    {
        widgets::SegmentTable &table = m_editor->table();
        const auto index = table.model().index(table.model().rowOf(id), table.model().columnOf(field));
        table.setCurrentIndex(index);
        table.edit(index);
        return table.indexWidget(index);
    }

    void apply(core::Edit edit)
    {
        const core::SampleContent before = stored();
        const auto set = m_project->apply(core::withImpliedState(edit, std::span(&before, 1)));
        if (!set)
            qFatal("%s", core::describe(set.error()).c_str());
        show();
    }
    void undo()
    {
        if (!m_project->undo())
            qFatal("nothing to undo");
        show();
    }
    void seek(double seconds) { m_editor->pane().playback().seek(samples(seconds)); }
    widgets::SegmentEditor &editor() { return *m_editor; }
    widgets::SegmentView &view() { return m_editor->view(); }
    widgets::SegmentTable &table() { return m_editor->table(); }
    QStringList told;

private:
    std::filesystem::path file() const { return widgets::toPath(m_folder.filePath("sound.wav")); }
    void connect()
    {
        using widgets::EditorView;
        QObject::connect(m_editor.get(), &EditorView::editProposed, m_editor.get(),
                         [this](const core::Edit &edit) { apply(edit); });
        QObject::connect(m_editor.get(), &EditorView::selectionChanged, m_editor.get(),
                         [this](const auto &selection) { m_editor->setSelection(selection); });
        QObject::connect(m_editor.get(), &EditorView::told, m_editor.get(),
                         [this](const QString &note) { told << note; });
    }
    void show() { m_editor->setContent({std::make_shared<core::SampleContent>(stored()), m_labels, file(), m_job}); }

    QTemporaryDir m_folder;
    widgets::MediaService m_media{1, qint64{1} << 20};
    std::unique_ptr<core::Project> m_project;
    core::Job m_job;
    core::SampleId m_sample;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    std::unique_ptr<widgets::SegmentEditor> m_editor;
};

}  // namespace tests
