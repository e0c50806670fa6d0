#include "app/labelling.h"
#include "app/editor_host.h"
#include "app/job_rules.h"
#include "app/navigation.h"
#include "core/job_options.h"
#include "core/labelling.h"
#include "core/labels.h"
#include "widgets/editor_view.h"
#include "widgets/messages.h"
#include <algorithm>

namespace app {

using namespace core;

Labelling::Labelling(Session &session, EditorHost &editor, Navigation &navigation, Chosen chosen, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_editor(editor),
      m_navigation(navigation),
      m_chosen(std::move(chosen))
{
}

// While a relation is selected the digits choose among the relations.
std::vector<std::size_t> Labelling::numbered(const std::vector<Label> &labels) const
{
    if (!m_session.selectedRelation() || !m_chosen().isEmpty())
        return core::numbered(labels);
    std::vector<std::size_t> relations;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (isRelation(labels[i]))
            relations.push_back(i);
    return relations;
}

bool Labelling::act(const QByteArray &id)
{
    if (id.startsWith("label.")) {
        bool isNumber = false;
        const int position = id.mid(6).toInt(&isNumber);
        if (!isNumber)
            return false;
        const auto labels = m_session.labels();
        const auto byDigit = numbered(*labels);
        if (std::size_t(position) <= byDigit.size())
            useLabel(labels->at(byDigit[std::size_t(position - 1)]).id);
        return true;
    }
    if (id == "sample.done-next")
        done();
    else if (id == "sample.empty-next")
        empty();
    else if (id == "sample.hard")
        toggleHard();
    else if (id == "sample.unlabel")
        unlabel();
    else if (id == "object.confirm")
        confirm();
    else
        return false;
    return true;
}

void Labelling::useLabel(LabelId label)
{
    if (!hasLabels(m_session.job().kind))
        return;
    if (const QList<SampleId> samples = m_chosen(); !samples.isEmpty()) {
        if (m_editor.isDrawing())
            emit told(tr("Labels of this job belong to objects: open a sample to draw them"));
        else
            labelChosen(samples, label);
        return;
    }
    const auto content = m_session.content();
    if (!content)
        return;
    if (!m_editor.isDrawing())
        labelSample(label);
    else if (m_editor.view() && m_editor.view()->useLabel(label))
        return;
    else if (const RelationId relation = m_session.selectedRelation())
        apply(relabelRelation(*content, {m_session.job(), *m_session.labels()}, relation, label));
    else if (m_session.selection().isEmpty())
        m_session.setCurrentLabel(label);
    else
        relabel(m_session.selection(), label);
}

void Labelling::relabel(const QList<AnnotationId> &objects, LabelId label)
{
    const auto content = m_session.content();
    if (!content)
        return;
    const std::vector<AnnotationId> ids(objects.begin(), objects.end());
    if (marksEntities(m_session.job()))
        apply(relabelEntities(*content, {m_session.job(), *m_session.labels()}, ids, label));
    else
        (void)m_session.apply(core::relabel(*content, ids, label));
}

void Labelling::apply(const TextAct &act)
{
    if (const auto *refused = std::get_if<Refused>(&act))
        emit told(widgets::refusalText(*refused, *m_session.labels()));
    else
        (void)m_session.apply(std::get<Edit>(act));
}

void Labelling::labelChosen(const QList<SampleId> &samples, LabelId label)
{
    const auto contents = m_session.contents(samples);
    const bool many = allowsManyLabels(m_session.job());
    const bool allHave = std::ranges::all_of(contents, [label](const SampleContent &content) {
        return std::ranges::any_of(content.annotations, [label](const AnnotationPtr &a) { return a->label == label; });
    });
    (void)m_session.apply(many && allHave ? removeLabel(contents, label)
                                          : assignLabel(contents, label, many ? Labels::Multiple : Labels::Single));
}

void Labelling::labelSample(LabelId label)
{
    const SampleContent content = *m_session.content();
    if (allowsManyLabels(m_session.job())) {
        (void)m_session.apply(toggleLabel(content, label, Labels::Multiple));
        return;
    }
    if (m_session.apply(assignLabel({&content, 1}, label, Labels::Single)))
        m_navigation.step(1);
}

std::vector<SampleContent> Labelling::targets() const
{
    if (const QList<SampleId> samples = m_chosen(); !samples.isEmpty())
        return m_session.contents(samples);
    const auto content = m_session.content();
    return content ? std::vector{*content} : std::vector<SampleContent>{};
}

void Labelling::done()
{
    std::vector<SampleContent> contents = targets();
    // Who has heard a clip and typed nothing says that nothing is said in it.
    const bool mayBeEmpty = m_session.job().kind == JobKind::SpeechContent && m_chosen().isEmpty();
    const auto bare = mayBeEmpty ? 0 : std::erase_if(contents, [](const SampleContent &content) {
        return content.annotations.empty() && content.state() != State::Labeled;
    });
    if (!contents.empty() && !m_session.apply(setState(contents, State::Labeled)))
        return;
    if (bare > 0)
        emit told(tr("%Ln sample(s) without labels left as they are. Use “Nothing here” for those that hold nothing.",
                     nullptr, int(bare)));
    if (m_chosen().isEmpty())
        m_navigation.step(1);
}

void Labelling::empty()
{
    Edit all;
    for (const SampleContent &content : targets()) {
        Edit one = verifyEmpty(content);
        all.name = one.name;
        std::ranges::move(one.changes, std::back_inserter(all.changes));
    }
    if (m_session.apply(all) && m_chosen().isEmpty())
        m_navigation.step(1);
}

void Labelling::toggleHard()
{
    const auto contents = targets();
    const bool allHard = std::ranges::all_of(contents, [](const SampleContent &c) { return c.work && c.work->hard; });
    (void)m_session.apply(setHard(contents, !allHard));
}

void Labelling::unlabel()
{
    (void)m_session.apply(setState(targets(), State::Unlabeled));
}

void Labelling::confirm()
{
    const auto content = m_session.content();
    if (!content || !m_chosen().isEmpty() || m_session.selectedRelation())
        return;  // with nothing selected all are meant, with a relation none
    const QList<AnnotationId> selection = m_session.selection();
    (void)m_session.apply(core::confirm(*content, std::vector(selection.begin(), selection.end())));
}

}  // namespace app
