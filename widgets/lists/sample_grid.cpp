#include "widgets/lists/sample_grid.h"
#include "widgets/audio/sound_player.h"
#include "widgets/lists/preview_popup.h"
#include "widgets/lists/sample_delegates.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/tile_view.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace widgets {

namespace {
constexpr core::SortKey SortKeys[] = {core::SortKey::Added, core::SortKey::Name, core::SortKey::State,
                                      core::SortKey::Confidence, core::SortKey::AnnotationCount};
constexpr int BySimilarity = int(std::size(SortKeys));  // the line behind them
}  // namespace

struct SampleGrid::Impl {
    QComboBox *sort;
    QToolButton *direction;
    QToolButton *all;
    QLabel *selected;
    QSlider *size;
    PreviewPopup *preview;
    QPersistentModelIndex hovered;
    core::SampleId previewed;       // whose text is being read
    SoundPlayer *player = nullptr;  // made when the first sound is asked for
    QString played;                 // the file of the player

    double share(const QString &file) const  // of it that was played; below 0: it is not the one
    {
        const core::SoundInfo *sound = player && !file.isEmpty() && file == played ? player->info() : nullptr;
        return sound && sound->length > 0 ? double(player->position()) / double(sound->length) : -1;
    }
};

SampleGrid::SampleGrid(MediaService &media, QWidget *parent)
    : SampleView(media, parent),
      m_impl(std::make_unique<Impl>())
{
    auto &w = *m_impl;
    w.sort = new QComboBox(this);
    w.direction = new QToolButton(this);
    w.direction->setCheckable(true);
    w.all = new QToolButton(this);
    w.all->setIcon(icon("list-checks"));
    w.selected = new QLabel(this);
    w.selected->setProperty("secondary", true);
    w.size = new QSlider(Qt::Horizontal, this);
    w.size->setRange(96, 420);
    w.size->setFixedWidth(120);
    w.preview = new PreviewPopup(media, this);
    for (int i = 0; i <= BySimilarity; ++i)
        w.sort->addItem(QString());

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 6);
    bar->setSpacing(6);
    bar->addWidget(w.sort);
    bar->addWidget(w.direction);
    bar->addSpacing(8);
    bar->addWidget(w.all);
    bar->addWidget(w.selected, 1);
    bar->addWidget(w.size);
    static_cast<QBoxLayout *>(layout())->insertLayout(0, bar);

    auto *delegate = new SampleTileDelegate(
        thumbnails(), [this](core::LabelId id) { return label(id); }, this);
    delegate->setPlayed([this](const QString &file) { return m_impl->share(file); });
    view()->setItemDelegate(delegate);
    view()->installEventFilter(this);
    const auto sortChosen = [this] {
        const bool descending = m_impl->direction->isChecked();
        m_impl->direction->setIcon(icon(descending ? "arrow-down" : "arrow-up"));
        if (m_impl->sort->currentIndex() == BySimilarity)
            emit similarityWanted(descending);
        else
            emit sortWanted(SortKeys[std::max(0, m_impl->sort->currentIndex())], descending);
    };
    connect(w.sort, &QComboBox::activated, this, sortChosen);
    connect(w.direction, &QToolButton::toggled, this, sortChosen);
    connect(w.all, &QToolButton::clicked, this, &SampleGrid::selectAll);
    connect(w.size, &QSlider::valueChanged, this, [this](int width) {
        view()->setTileSize(SampleTileDelegate::tileSize(width));
        emit tileWidthChanged(width);
    });
    connect(view(), &TileView::hovered, this, [this](const QModelIndex &index) { m_impl->hovered = index; });
    connect(this, &SampleView::selectionChanged, this, [this](int) { showSelected(); });
    w.size->setValue(176);
    setSort(core::SortKey::Added, false);
    retranslate();
}

SampleGrid::~SampleGrid() = default;

void SampleGrid::setTileWidth(int pixels)
{
    m_impl->size->setValue(pixels);
}

int SampleGrid::tileWidth() const
{
    return m_impl->size->value();
}

void SampleGrid::setSort(core::SortKey key, bool descending)
{
    showSort(int(std::ranges::find(SortKeys, key) - std::begin(SortKeys)), descending);
}

void SampleGrid::setOffersSimilarity(bool offers)
{
    const QSignalBlocker quiet(m_impl->sort);
    const bool there = m_impl->sort->count() > BySimilarity;
    if (there && !offers)
        m_impl->sort->removeItem(BySimilarity);
    else if (offers && !there)
        m_impl->sort->addItem(QString());
    retranslate();
}

void SampleGrid::showSimilarity(bool descending)
{
    showSort(BySimilarity, descending);
}

void SampleGrid::showSort(int line, bool descending)
{
    const QSignalBlocker quietSort(m_impl->sort), quietDirection(m_impl->direction);
    m_impl->sort->setCurrentIndex(line);
    m_impl->direction->setChecked(descending);
    m_impl->direction->setIcon(icon(descending ? "arrow-down" : "arrow-up"));
}

void SampleGrid::selectAll()
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    auto [first, last] = view()->visibleRows();
    const auto &selection = *view()->selectionModel();
    bool seenAreSelected = true;
    for (int row = first; row <= last; ++row)
        seenAreSelected = seenAreSelected && selection.isSelected(model()->index(row));
    if (seenAreSelected) {
        first = 0;
        last = count - 1;
    }
    view()->selectionModel()->select(QItemSelection(model()->index(first), model()->index(last)),
                                     QItemSelectionModel::ClearAndSelect);
}

void SampleGrid::modelChanged()
{
    connect(model(), &SampleListModel::listed, this, &SampleGrid::showSelected);
    connect(model(), &SampleListModel::textRead, this, [this](core::SampleId id, const core::SharedText &text) {
        if (id == m_impl->previewed)
            m_impl->preview->setText(text);
    });
    showSelected();
}

void SampleGrid::showSelected()
{
    const int count = model() ? model()->rowCount() : 0;
    const int chosen = selectedCount();
    const QLocale locale;
    m_impl->selected->setText(chosen > 1 ? tr("%1 of %2 selected").arg(locale.toString(chosen), locale.toString(count))
                                         : tr("%n samples", nullptr, count));
}

bool SampleGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != view() || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return SampleView::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool preview = key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && m_impl->hovered.isValid();
    if (!preview && !key->matches(QKeySequence::SelectAll))
        return SampleView::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;  // ours before the window's shortcut
    if (preview)
        showPreview();
    else
        selectAll();
    return true;
}

void SampleGrid::showPreview()
{
    const QModelIndex at = m_impl->hovered;
    if (at.data(SampleListModel::LengthRole).isValid()) {
        play(at);
    } else if (at.data(SampleListModel::TextRole).isValid()) {
        m_impl->preview->showText(at.data(SampleListModel::OriginRole).toString());
        m_impl->previewed = model()->idAt(at.row());
        model()->readText(m_impl->previewed);
    } else {
        m_impl->preview->show(at.data(SampleListModel::MediaRole).toString(),
                              at.data(SampleListModel::NameRole).toString());
    }
}

void SampleGrid::playCurrent()
{
    play(m_impl->hovered.isValid() ? QModelIndex(m_impl->hovered) : view()->currentIndex());
}

void SampleGrid::play(const QModelIndex &index)
{
    const QString file = index.data(SampleListModel::MediaRole).toString();
    if (file.isEmpty())
        return;
    if (!m_impl->player)
        makePlayer();
    SoundPlayer &player = *m_impl->player;
    if (file != m_impl->played) {
        m_impl->played = file;
        player.open(toPath(file));
        player.play();
    } else {
        player.toggle();
    }
}

void SampleGrid::makePlayer()
{
    m_impl->player = new SoundPlayer(this);
    connect(m_impl->player, &SoundPlayer::failed, this,
            [this](const core::Error &error) { emit told(sentence(error)); });
    connect(m_impl->player, &SoundPlayer::deviceChanged, this, [this] {
        if (const auto fault = m_impl->player->deviceFault())
            emit told(sentence(*fault));
    });
    connect(m_impl->player, &SoundPlayer::positionChanged, view()->viewport(), qOverload<>(&QWidget::update));
}

void SampleGrid::hideEvent(QHideEvent *event)
{
    if (m_impl->player)
        m_impl->player->pause();
    SampleView::hideEvent(event);
}

void SampleGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SampleView::changeEvent(event);
}

void SampleGrid::retranslate()
{
    const QString titles[] = {tr("Order of import"),
                              tr("File name"),
                              tr("State"),
                              tr("Confidence"),
                              tr("Number of annotations"),
                              tr("Similarity to the current sample")};
    for (int i = 0; i < m_impl->sort->count(); ++i)
        m_impl->sort->setItemText(i, titles[i]);
    m_impl->sort->setAccessibleName(tr("Sort by"));
    m_impl->sort->setToolTip(tr("Sort by"));
    m_impl->direction->setAccessibleName(tr("Descending"));
    m_impl->direction->setToolTip(tr("Reverse the order"));
    m_impl->all->setAccessibleName(tr("Select all"));
    m_impl->all->setToolTip(tr("Select what is in sight; again: all samples of the list (Ctrl+A)"));
    m_impl->size->setAccessibleName(tr("Size of the thumbnails"));
    m_impl->size->setToolTip(tr("Size of the thumbnails"));
    view()->setAccessibleName(tr("Samples"));
    showSelected();
}

}  // namespace widgets
