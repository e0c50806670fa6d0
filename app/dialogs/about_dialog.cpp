#include "app/dialogs/about_dialog.h"
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int logoSize = 64;

struct Component {
    const char *name, *licence, *use;
};
constexpr Component components[] = {
    {"Qt 6", "LGPL-3.0", QT_TRANSLATE_NOOP("app::AboutDialog", "window and widgets")},
    {"OpenCV", "Apache-2.0", QT_TRANSLATE_NOOP("app::AboutDialog", "image processing")},
    {"SQLite", "public domain", QT_TRANSLATE_NOOP("app::AboutDialog", "project files")},
    {"SQLiteCpp", "MIT", QT_TRANSLATE_NOOP("app::AboutDialog", "project files")},
    {"simdjson", "Apache-2.0", QT_TRANSLATE_NOOP("app::AboutDialog", "reading manifests")},
    {"JSON for Modern C++", "MIT", QT_TRANSLATE_NOOP("app::AboutDialog", "JSON values")},
    {"pugixml", "MIT", QT_TRANSLATE_NOOP("app::AboutDialog", "XML annotations")},
    {"libtiff", "libtiff", QT_TRANSLATE_NOOP("app::AboutDialog", "large TIFF images")},
    {"libpng", "libpng", QT_TRANSLATE_NOOP("app::AboutDialog", "large PNG images")},
    {"FFmpeg", "LGPL-2.1", QT_TRANSLATE_NOOP("app::AboutDialog", "decoding sounds")},
    {"SDL", "zlib", QT_TRANSLATE_NOOP("app::AboutDialog", "playing sounds")},
    {"Sonic", "Apache-2.0", QT_TRANSLATE_NOOP("app::AboutDialog", "speed without another pitch")},
    {"Lucide", "ISC", QT_TRANSLATE_NOOP("app::AboutDialog", "icons")},
};

}  // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Labelwright"));
    auto *logo = new QLabel;
    logo->setPixmap(QIcon(":/labelwright.svg").pixmap(logoSize, logoSize));
    auto *words = new QLabel(tr("Labelwright %1\nA desktop workbench for labeling data.\n"
                                "Licensed under the Apache License 2.0.")
                                 .arg(QCoreApplication::applicationVersion()));
    words->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->addWidget(logo);
    head->addWidget(words, 1);
    auto *list = new QTreeWidget;
    list->setHeaderLabels({tr("Built with"), tr("Licence"), tr("For")});
    list->setRootIsDecorated(false);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const Component &each : components)
        list->addTopLevelItem(new QTreeWidgetItem({each.name, each.licence, tr(each.use)}));
    for (int column = 0; column < list->columnCount(); ++column)
        list->resizeColumnToContents(column);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(520, 400);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace app
