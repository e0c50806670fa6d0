#include "app/dialogs/relink_dialog.h"
#include "app/dialogs/path_map_table.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

std::optional<std::vector<core::PathMap>> RelinkDialog::ask(QWidget *parent, const std::vector<core::PathMap> &maps,
                                                            qint64 missing, const QStringList &roots)
{
    RelinkDialog dialog(maps, missing, roots, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.m_maps->maps();
}

RelinkDialog::RelinkDialog(const std::vector<core::PathMap> &maps, qint64 missing, const QStringList &roots,
                           QWidget *parent)
    : QDialog(parent),
      m_maps(new PathMapTable)
{
    setWindowTitle(tr("Find missing media"));
    m_maps->setMaps(maps);
    m_maps->offer(roots);
    auto *words = new QLabel(tr("The media of %1 samples are missing. Say in which folder remote ones lie on this "
                                "machine; then all that are missing are looked for again.")
                                 .arg(QLocale().toString(missing)));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Look again"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_maps, 1);
    column->addWidget(buttons);
    resize(640, 320);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace app
