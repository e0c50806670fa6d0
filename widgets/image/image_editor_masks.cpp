// What the image editor does in segmentation jobs: acts on masks, their options, hidden labels.
#include "widgets/image/convert_panel.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/image_editor.h"
#include "widgets/image/mask_acts.h"
#include "widgets/image/mask_bar.h"
#include "widgets/qt_text.h"
#include <algorithm>

namespace widgets {

using namespace core;

QList<QByteArray> ImageEditor::acts() const
{
    QList<QByteArray> all{"view.hide-label", "view.only-label"};
    if (segments())
        all << "view.mask-outlines"
            << "view.mask-overlaps"
            << "view.mask-gaps" << maskActs() << ""
            << "brush.smaller"
            << "brush.larger";
    return all;
}

std::span<const AnnotationId> ImageEditor::selected() const
{
    const QList<AnnotationId> &chosen = m_canvas->selection();
    return {chosen.constData(), static_cast<std::size_t>(chosen.size())};
}

MaskCanvas ImageEditor::maskCanvas() const
{
    const QSize size = m_canvas->sceneSize().toSize();
    return {*m_content, m_currentLabel, size.width(), size.height(), m_exclusive};
}

bool ImageEditor::actOnMasks(const QByteArray &id)
{
    MaskOptions options = m_bar->options();
    const std::pair<const char *, bool MaskLook::*> looks[] = {{"view.mask-outlines", &MaskLook::outlines},
                                                               {"view.mask-overlaps", &MaskLook::overlaps},
                                                               {"view.mask-gaps", &MaskLook::gaps}};
    for (const auto &[name, look] : looks)
        if (id == name)
            options.look.*look = !(options.look.*look);
    if (id == "brush.smaller" || id == "brush.larger")
        options.brushRadius = resizedBrush(options.brushRadius, id == "brush.larger" ? 1 : -1);
    if (options != m_bar->options()) {
        m_bar->setOptions(options);
        useOptions(options);
        return true;
    }
    if (!m_content || !maskActs().contains(id))
        return false;
    if (const auto edit = maskEdit(id, maskCanvas(), selected(), options))
        propose(*edit);
    else
        askConversion(id);
    return true;
}

void ImageEditor::askConversion(const QByteArray &id)
{
    const bool toPolygons = id == "mask.to-polygons";
    m_convert->ask(toPolygons ? tr("Masks to polygons") : tr("Shapes to masks"), toPolygons,
                   [this, id](double tolerance) {
                       return m_content ? maskConversion(id, maskCanvas(), selected(), tolerance).value_or(Conversion{})
                                        : Conversion{};
                   });
}

bool ImageEditor::actOnLabels(const QByteArray &id)
{
    if (!m_labels || (id != "view.hide-label" && id != "view.only-label"))
        return false;
    if (id == "view.hide-label") {
        if (m_hiddenLabels.erase(m_currentLabel) == 0)
            m_hiddenLabels.insert(m_currentLabel);
    } else {
        std::set<LabelId> others;
        for (const Label &label : *m_labels)
            if (label.id != m_currentLabel)
                others.insert(label.id);
        m_hiddenLabels = others == m_hiddenLabels ? std::set<LabelId>() : std::move(others);
    }
    m_canvas->setHiddenLabels(m_hiddenLabels);
    emit statusChanged();
    return true;
}

void ImageEditor::useOptions(const MaskOptions &options)
{
    m_canvas->setToolOptions({options.brushRadius, double(options.tolerance), m_exclusive});
    m_canvas->setMaskLook(options.look);
}

// Whether the next stroke goes on with what is selected is what one must know before painting.
void ImageEditor::showHint()
{
    if (!segments())
        return;
    const auto nameOf = [this](LabelId id) {
        const auto label =
            m_labels ? std::ranges::find(*m_labels, id, &Label::id) : std::vector<Label>::const_iterator();
        return m_labels && label != m_labels->end() ? toQString(label->name) : tr("no label");
    };
    const AnnotationPtr only = selected().size() == 1 ? m_canvas->annotation(selected()[0]) : nullptr;
    const bool isMask = only && std::holds_alternative<Mask>(only->geometry);
    if (!isMaskTool(m_tool))
        m_bar->setHint({});
    else if (isMask)
        m_bar->setHint(tr("Goes on with the selected “%1”. Esc: a new object").arg(nameOf(only->label)));
    else if (m_tool == "eraser")
        m_bar->setHint(tr("Erases from the object under the pointer"));
    else
        m_bar->setHint(tr("Makes a new “%1”").arg(nameOf(m_currentLabel)));
}

QByteArray ImageEditor::saveOptions() const
{
    return segments() ? toText(m_bar->options()) : QByteArray();
}

void ImageEditor::restoreOptions(const QByteArray &saved)
{
    if (!segments())
        return;
    m_bar->setOptions(maskOptionsFromText(saved));
    useOptions(m_bar->options());
}

}  // namespace widgets
