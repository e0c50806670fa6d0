#include "widgets/lists/sample_list.h"
#include "widgets/lists/sample_delegates.h"
#include "widgets/lists/tile_view.h"
#include <QEvent>

namespace widgets {

SampleList::SampleList(MediaService &media, QWidget *parent) : SampleView(media, parent)
{
    view()->setTileSize({0, SampleLineDelegate::Height});
    view()->setItemDelegate(new SampleLineDelegate(
        thumbnails(), [this](core::LabelId id) { return label(id); }, this));
    retranslate();
}

void SampleList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SampleView::changeEvent(event);
}

void SampleList::retranslate()
{
    view()->setAccessibleName(tr("Samples"));
}

}  // namespace widgets
