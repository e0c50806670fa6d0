#include "app/dialogs/relink_dialog.h"
#include "app/background.h"
#include "app/dialogs/path_map_table.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace app {

namespace {

constexpr std::size_t mostOffered = 20;

}  // namespace

struct RelinkDialog::Parts {
    RelinkSource source;
    std::shared_ptr<const LostMedia> lost;  // null: still looking
    QLabel *words = new QLabel, *found = new QLabel;
    PathMapTable *folders = new PathMapTable;
    QDialogButtonBox *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    Background worker;
};

std::optional<MediaPlaces> RelinkDialog::ask(QWidget *parent, const RelinkSource &source)
{
    RelinkDialog dialog(source, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.places();
}

RelinkDialog::RelinkDialog(const RelinkSource &source, QWidget *parent)
    : QDialog(parent),
      m_parts(std::make_unique<Parts>())
{
    Parts &p = *m_parts;
    p.source = source;
    setWindowTitle(tr("Find missing media"));
    p.folders->setMaps(source.maps);
    for (QLabel *label : {p.words, p.found}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    p.found->setObjectName("found");
    p.buttons->button(QDialogButtonBox::Ok)->setText(tr("Look again"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(p.words);
    column->addWidget(p.folders, 1);
    column->addWidget(p.found);
    column->addWidget(p.buttons);
    resize(680, 380);
    connect(p.folders, &PathMapTable::changed, this, &RelinkDialog::countFoundOnes);
    connect(p.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(p.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

RelinkDialog::~RelinkDialog() = default;

MediaPlaces RelinkDialog::places() const
{
    MediaPlaces places{m_parts->source.folder, {}, {}};
    for (core::PathMap &map : m_parts->folders->rows())
        if (core::isRemote(map.prefix))
            places.maps.push_back(std::move(map));
        else
            places.moves.push_back({map.prefix, std::move(map.folder)});
    return places;
}

void RelinkDialog::look()
{
    struct Look {
        std::unique_ptr<core::Reader> reader;
        core::ProgressState progress;
        std::optional<core::Result<LostMedia>> lost;
    };
    Parts &p = *m_parts;
    p.words->setText(tr("Looking for the files of the samples…"));
    p.buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    auto reader = p.source.newReader();
    if (!reader)
        return showLost(reader.error());
    const auto look = std::make_shared<Look>();
    look->reader = std::move(*reader);
    p.worker.start(
        [look, job = p.source.job, places = places()](std::stop_token stop) {
            core::TaskContext task(stop, look->progress);
            look->lost = findLost(*look->reader, job, places, task);
            look->reader.reset();
        },
        [this, look] { showLost(*look->lost); });
}

void RelinkDialog::showLost(const core::Result<LostMedia> &lost)
{
    Parts &p = *m_parts;
    if (!lost) {
        p.words->setText(widgets::sentence(lost.error()));
        return;
    }
    p.lost = std::make_shared<const LostMedia>(*lost);
    p.buttons->button(QDialogButtonBox::Ok)->setEnabled(true);
    if (lost->uris.empty()) {
        p.words->setText(tr("All %1 samples have their file. Look again to bring their marks up to date.")
                             .arg(widgets::grouped(lost->all)));
        return;
    }
    p.words->setText(tr("%1 of %2 samples have no file where the project says. Choose where a store or a folder lies "
                        "now; what is found there keeps its labels.")
                         .arg(widgets::grouped(std::ssize(lost->uris)), widgets::grouped(lost->all)));
    QStringList prefixes;
    for (std::size_t i = 0; i < std::min(mostOffered, lost->folders.size()); ++i)
        prefixes << widgets::toQString(lost->folders[i].prefix);
    p.folders->offer(prefixes);
    countFoundOnes();
}

void RelinkDialog::countFoundOnes()
{
    Parts &p = *m_parts;
    if (!p.lost || p.lost->uris.empty())
        return;
    const auto found = std::make_shared<std::int64_t>(0);
    p.worker.start([found, lost = p.lost,
                    places = places()](std::stop_token stop) { *found = countFound(lost->uris, places, stop); },
                   [this, found] {
                       m_parts->found->setText(
                           tr("With these folders %1 of %2 are found.")
                               .arg(widgets::grouped(*found), widgets::grouped(std::ssize(m_parts->lost->uris))));
                   });
}

}  // namespace app
