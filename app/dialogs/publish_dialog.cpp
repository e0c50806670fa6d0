#include "app/dialogs/publish_dialog.h"
#include "app/split.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace app {

namespace {

constexpr int wholeShare = 100, usualShare = 80;

}  // namespace

QString nextVersionName(const std::vector<core::Version> &versions)
{
    int highest = 0;
    static const QRegularExpression numbered("^V(\\d+)$");
    for (const core::Version &version : versions)
        if (const auto match = numbered.match(widgets::toQString(version.name)); match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    return QString("V%1").arg(highest + 1, 3, 10, QChar('0'));
}

QString versionLine(const core::Version &version)
{
    const QLocale locale;
    const QJsonObject counts = QJsonDocument::fromJson(QByteArray::fromStdString(version.counts)).object();
    const QString day = locale.toString(QDateTime::fromMSecsSinceEpoch(version.created), QLocale::ShortFormat);
    const auto count = [&](const char *key) { return locale.toString(qlonglong(counts.value(key).toDouble())); };
    return PublishDialog::tr("%1 · %2 · %3 samples, %4 labeled, %5 annotations")
        .arg(widgets::toQString(version.name), day, count("samples"), count("labeled"), count("annotations"));
}

std::optional<PublishRequest> PublishDialog::ask(QWidget *parent, const PublishRequest &start,
                                                 const std::vector<core::Version> &versions)
{
    PublishDialog dialog(start, versions, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

PublishDialog::PublishDialog(const PublishRequest &start, const std::vector<core::Version> &versions, QWidget *parent)
    : QDialog(parent),
      m_start(start),
      m_name(new QLineEdit(nextVersionName(versions))),
      m_description(new QLineEdit),
      m_target(new QLineEdit(QDir::toNativeSeparators(start.target))),
      m_share(new QSpinBox),
      m_seed(new QSpinBox),
      m_keepHard(new QCheckBox(tr("Keep what is marked as hard"))),
      m_fault(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Publish a version"));
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression("[\\w-]{1,32}"), this));
    m_share->setRange(0, wholeShare);
    m_share->setValue(usualShare);
    m_share->setSuffix(tr(" % for training, the rest for evaluation"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed splits the same samples in the same way"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Versions so far"));
    list->setMaximumHeight(120);
    for (const core::Version &version : versions) {
        m_taken << widgets::toQString(version.name);
        list->insertItem(0, versionLine(version));
    }
    auto *browse = new QPushButton(tr("Browse…"));
    auto *target = new QHBoxLayout;
    target->addWidget(m_target, 1);
    target->addWidget(browse);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Version"), m_name);
    form->addRow(tr("Description"), m_description);
    form->addRow(tr("Folder"), target);
    if (splits(start.options.job.kind)) {
        form->addRow(tr("Split"), m_share);
        form->addRow(tr("Seed"), m_seed);
    } else {  // neither a share nor a seed to ask for
        m_share->setValue(wholeShare);
        m_share->setParent(this);
        m_seed->setParent(this);
        m_share->hide();
        m_seed->hide();
    }
    form->addRow(QString(), m_keepHard);
    if (!versions.empty())
        form->addRow(tr("So far"), list);
    form->addRow(m_fault);
    form->addRow(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Publish"));
    resize(600, sizeHint().height());
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &PublishDialog::check);
    connect(m_target, &QLineEdit::textChanged, this, &PublishDialog::check);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the versions"), m_target->text());
        if (!folder.isEmpty())
            m_target->setText(QDir::toNativeSeparators(folder));
    });
    check();
}

PublishRequest PublishDialog::request() const
{
    PublishRequest request = m_start;
    request.target = QDir::fromNativeSeparators(m_target->text().trimmed());
    request.options.version = widgets::toUtf8(m_name->text());
    request.options.description = widgets::toUtf8(m_description->text().trimmed());
    request.options.trainShare = double(m_share->value()) / wholeShare;
    request.options.seed = m_seed->value();
    request.options.keepHard = m_keepHard->isChecked();
    return request;
}

void PublishDialog::check()
{
    QString fault;
    if (!m_name->hasAcceptableInput())
        fault = tr("A version needs a name of letters, digits, “_” and “-”.");
    else if (m_taken.contains(m_name->text()))
        fault = tr("There is a version of that name.");
    else if (!QFileInfo(QDir::fromNativeSeparators(m_target->text().trimmed())).isDir())
        fault = tr("There is no such folder.");
    m_fault->setText(fault);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

}  // namespace app
