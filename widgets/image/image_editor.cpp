#include "widgets/image/image_editor.h"
#include "core/job_options.h"
#include "widgets/image/adjust_panel.h"
#include "widgets/image/convert_panel.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/mask_bar.h"
#include "widgets/image/object_edits.h"
#include "widgets/image/picture_acts.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

using namespace core;

ImageEditor::ImageEditor(MediaService &media, JobKind kind, QWidget *parent)
    : EditorView(parent),
      m_kind(kind),
      m_bar(new MaskBar(this)),
      m_canvas(new ImageCanvas(media, this)),
      m_adjust(new AdjustPanel(m_canvas)),
      m_convert(new ConvertPanel(m_canvas))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_canvas, 1);
    m_bar->setVisible(segments());
    setFocusProxy(m_canvas);
    m_adjust->hide();
    retranslate();

    connect(m_canvas, &ImageCanvas::gestureFinished, this, &ImageEditor::propose);
    connect(m_canvas, &ImageCanvas::selected, this, [this](const QList<AnnotationId> &selection) {
        showHint();
        emit selectionChanged(selection);
    });
    connect(m_canvas, &ImageCanvas::menuWanted, this, &ImageEditor::showMenu);
    connect(m_canvas, &ImageCanvas::pointerMoved, this, &ImageEditor::statusChanged);
    connect(m_canvas, &ImageCanvas::brushResized, this, [this](int steps) {
        MaskOptions options = m_bar->options();
        options.brushRadius = resizedBrush(options.brushRadius, steps);
        m_bar->setOptions(options);
        useOptions(options);
    });
    connect(m_canvas, &Canvas::viewChanged, this, &ImageEditor::statusChanged);
    connect(m_bar, &MaskBar::changed, this, &ImageEditor::useOptions);
    connect(m_convert, &ConvertPanel::agreed, this, [this](const Edit &edit) {
        m_canvas->setFocus();
        propose(edit);
    });
    connect(m_convert, &ConvertPanel::resized, this, &ImageEditor::placePanels);
    connectPicture();
}

void ImageEditor::connectPicture()
{
    connect(m_canvas, &PictureCanvas::settled, this, &ImageEditor::settled);
    connect(m_canvas, &PictureCanvas::sizeFound, this, [this] {
        m_adjust->show(m_canvas->picture().adjustments(), m_canvas->picture().isDeep());
        if (m_content)
            emit mediaFound(m_content->sample.id, mediaInfo(*m_canvas, m_content->sample.media));
        emit statusChanged();
    });
    connect(m_canvas, &PictureCanvas::failed, this, [this](const Error &error) {
        if (m_content)
            emit mediaFound(m_content->sample.id, mediaInfo(error, m_content->sample.media));
    });
    connect(m_adjust, &AdjustPanel::changed, this,
            [this](const Adjustments &adjustments) { m_canvas->picture().setAdjustments(adjustments); });
    const auto adjust = [this](const Adjustments &adjustments) {
        m_canvas->picture().setAdjustments(adjustments);
        m_adjust->show(adjustments, m_canvas->picture().isDeep());
    };
    connect(m_adjust, &AdjustPanel::autoWanted, this, [this, adjust] {
        if (!m_canvas->picture().overview().isNull())
            adjust(autoAdjustments(m_canvas->picture().overview()));
    });
    connect(m_adjust, &AdjustPanel::resetWanted, this,
            [this, adjust] { adjust(plainAdjustments(m_canvas->picture().isDeep())); });
}

void ImageEditor::retranslate()
{
    setAccessibleName(tr("Image editor"));
    showHint();
    m_canvas->setAccessibleName(tr("Picture with its objects"));
}

void ImageEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EditorView::changeEvent(event);
}

void ImageEditor::setContent(const EditorContent &content)
{
    if (content.labels != m_labels) {
        m_labels = content.labels;
        m_canvas->setLabels(*m_labels);
    }
    if (!m_content || m_content->sample.id != content.sample->sample.id)
        m_convert->hide();
    m_content = content.sample;
    m_exclusive = isExclusive(content.job);
    useOptions(m_bar->options());
    m_canvas->setAnnotations(m_content);
    showSample(*m_canvas, content);
}

void ImageEditor::clear()
{
    m_content.reset();
    m_convert->hide();
    m_canvas->setAnnotations(nullptr);
    m_canvas->setSelection({});
    m_canvas->showNothing();
}

void ImageEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_canvas->prefetch(texts(neighbours));
}

QList<ToolInfo> ImageEditor::tools() const
{
    const ToolInfo select{"select", tr("Select"), icon("mouse-pointer-2")};
    if (segments())
        return {
            select,
            {"brush", tr("Brush"), icon("brush"), true},
            {"eraser", tr("Eraser"), icon("eraser")},
            {"mask-polygon", tr("Outline by points (Alt takes away)"), icon("pen-tool"), true},
            {"lasso", tr("Lasso (Alt takes away)"), icon("lasso")},
            {"fill", tr("Fill by colour"), icon("paint-bucket"), true},
            {"scissors", tr("Intelligent scissors"), icon("scissors")},
            {"grabcut", tr("Object in a box"), icon("wand-sparkles")},
            {"extreme", tr("Four extreme points"), icon("crosshair")},
            {"polygon", tr("Polygon"), icon("pentagon"), true},
        };
    return {
        select,
        {"box", tr("Rectangle"), icon("square"), true},
        {"rotated-box", tr("Rotated rectangle"), icon("diamond")},
        {"polygon", tr("Polygon"), icon("pentagon")},
        {"circle", tr("Circle"), icon("circle")},
        {"line", tr("Line"), icon("slash"), true},
        {"dashed", tr("Dashed line"), icon("line-dashed")},
        {"polyline", tr("Polyline"), icon("polyline")},
        {"point", tr("Point"), icon("circle-dot")},
    };
}

void ImageEditor::setTool(const QByteArray &id)
{
    if (id == m_tool || !makeTool({id.constData(), static_cast<std::size_t>(id.size())}))
        return;
    m_tool = id;
    m_canvas->setTool(id);
    m_bar->setTool(id);
    showHint();
    emit toolChanged(id);
}

void ImageEditor::setCurrentLabel(LabelId label)
{
    m_currentLabel = label;
    m_canvas->setCurrentLabel(label);
    showHint();
}

void ImageEditor::setSelection(const QList<AnnotationId> &selection)
{
    if (selection == m_canvas->selection())
        return;
    m_canvas->setSelection(selection);
    showHint();
    const auto place = placeOf(selection);
    if (place && !place->meets(m_canvas->view().toScene(QRectF(m_canvas->rect()))))
        showSelection();  // chosen from a list or by Tab, out of sight
}

QList<AnnotationId> ImageEditor::selection() const
{
    return m_canvas->selection();
}

bool ImageEditor::inGesture() const
{
    return m_canvas->isDrawing();
}

bool ImageEditor::cancelGesture()
{
    return m_canvas->cancelGesture();
}

bool ImageEditor::act(const QByteArray &id)
{
    return actOnView(id) || actOnLabels(id) || actOnObjects(id) || (segments() && actOnMasks(id));
}

bool ImageEditor::actOnView(const QByteArray &id)
{
    AnnotationLayer &layer = m_canvas->layer();
    if (id == "view.toggle-objects" || id == "view.hide-objects")
        layer.setShown(!layer.showsObjects(), layer.showsNames());
    else if (id == "view.toggle-names")
        layer.setShown(layer.showsObjects(), !layer.showsNames());
    else if (id == "view.adjust")
        showAdjustPanel(m_adjust->isHidden());
    else if (id == "view.show-selection")
        showSelection();
    else
        return actOnPicture(*m_canvas, id);
    m_canvas->update();
    return true;
}

bool ImageEditor::actOnObjects(const QByteArray &id)
{
    if (id == "gesture.confirm")
        return m_canvas->confirmGesture();
    if (id == "gesture.step-back")
        return m_canvas->stepBack();
    if (!m_content)
        return false;
    const auto edit = objectEdit(id, *m_content, selected());
    if (edit)
        propose(*edit);
    return edit.has_value();
}

void ImageEditor::propose(const Edit &edit)
{
    if (isNothing(edit))
        return;
    if (m_exclusive && m_content)
        emit editProposed(withExclusion(edit, maskCanvas()));
    else
        emit editProposed(edit);
}

void ImageEditor::select(const QList<AnnotationId> &selection)
{
    m_canvas->setSelection(selection);
    showHint();
    emit selectionChanged(selection);
}

std::optional<Rect> ImageEditor::placeOf(const QList<AnnotationId> &objects) const
{
    std::optional<Rect> all;
    for (const AnnotationId id : objects)
        if (const AnnotationPtr each = m_canvas->annotation(id))
            if (const auto rect = bounds(each->geometry))
                all = all ? united(*all, *rect) : *rect;
    return all;
}

void ImageEditor::showSelection()
{
    if (const auto place = placeOf(selection()))
        m_canvas->show(QRectF(QPointF(place->left, place->top), QPointF(place->right, place->bottom)));
}

void ImageEditor::showMenu(QPointF position)
{
    const auto hits = m_canvas->at(position);
    if (hits.empty() || !m_content)
        return;
    const AnnotationPtr object = hits.front();
    if (!selection().contains(object->id))
        select({object->id});
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *labels = menu->addMenu(icon("tag"), tr("Label"));
    for (const Label &label : *m_labels) {
        QPixmap colour(12, 12);
        colour.fill(toColor(label.rgb));
        QAction *action = labels->addAction(QIcon(colour), toQString(label.name).replace('&', "&&"));
        connect(action, &QAction::triggered, this, [this, id = label.id] {
            if (m_content)
                propose(relabel(*m_content, selected(), id));
        });
    }
    const auto add = [&](const char *iconName, const QString &text, const QByteArray &id) {
        connect(menu->addAction(icon(iconName), text), &QAction::triggered, this, [this, id] { act(id); });
    };
    if (object->proposed) {
        add("check", tr("Accept proposal"), "object.confirm");
        add("x", tr("Reject proposal"), "object.reject");
    }
    menu->addSeparator();
    add("bring-to-front", tr("Bring to front"), "object.front");
    add("send-to-back", tr("Send to back"), "object.back");
    add("lock", tr("Lock"), "object.lock");
    add("eye-off", tr("Hide"), "object.hide");
    menu->addSeparator();
    add("trash-2", tr("Delete"), "object.delete");
    menu->popup(m_canvas->mapToGlobal(position.toPoint()));
}

void ImageEditor::showAdjustPanel(bool shown)
{
    m_adjust->show(m_canvas->picture().adjustments(), m_canvas->picture().isDeep());
    m_adjust->setVisible(shown);
    placePanels();
}

void ImageEditor::placePanels()
{
    m_adjust->adjustSize();
    m_adjust->move(m_canvas->width() - m_adjust->width() - 12, 12);
    m_convert->move(m_canvas->width() - m_convert->width() - 12, m_adjust->isHidden() ? 12 : m_adjust->height() + 24);
}

void ImageEditor::resizeEvent(QResizeEvent *event)
{
    EditorView::resizeEvent(event);
    placePanels();
}

QStringList ImageEditor::statusTexts() const
{
    QStringList all{zoomText(*m_canvas), pictureSizeText(*m_canvas), m_canvas->positionText()};
    if (!m_hiddenLabels.empty())
        all.append(tr("%n labels hidden", nullptr, int(m_hiddenLabels.size())));
    all.removeAll(QString());
    return all;
}

bool ImageEditor::isSettled() const
{
    return !m_content || m_canvas->isSettled();
}

QByteArray ImageEditor::saveView() const
{
    return m_canvas->saveView();
}

void ImageEditor::restoreView(const QByteArray &saved)
{
    m_canvas->restoreView(saved);
}

}  // namespace widgets
