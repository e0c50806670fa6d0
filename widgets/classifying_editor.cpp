#include "widgets/classifying_editor.h"
#include "core/labelling.h"
#include "widgets/label_chips.h"
#include <QVBoxLayout>

namespace widgets {

ClassifyingEditor::ClassifyingEditor(QWidget *parent)
    : EditorView(parent),
      m_column(new QVBoxLayout(this)),
      m_chips(new LabelChips(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_chips);
    connect(m_chips, &LabelChips::removeWanted, this, &ClassifyingEditor::remove);
}

void ClassifyingEditor::setContent(const EditorContent &content)
{
    m_content = content.sample;
    m_chips->show(m_content.get(), *content.labels);
    showSample(content);
}

void ClassifyingEditor::clear()
{
    m_content.reset();
    m_chips->show(nullptr, {});
    showNothing();
}

void ClassifyingEditor::remove(core::LabelId label)
{
    if (!m_content)
        return;
    const core::Edit edit = core::removeLabel(std::span(m_content.get(), 1), label);
    if (!core::isNothing(edit))
        emit editProposed(edit);
}

}  // namespace widgets
