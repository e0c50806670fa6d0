#include "app/start_page.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace app {

namespace {

constexpr int columnWidth = 720;
constexpr int startLogoSize = 56;

QLabel *scaledLabel(double scale = 1)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(scale > 1);
    label->setFont(font);
    return label;
}

void makeSecondary(QLabel *label)
{
    label->setProperty("secondary", true);
}

}  // namespace

StartPage::StartPage(Settings &settings, QWidget *parent)
    : QWidget(parent),
      m_settings(settings),
      m_title(scaledLabel(1.9)),
      m_purpose(scaledLabel()),
      m_recentTitle(scaledLabel(1.2)),
      m_noRecent(scaledLabel()),
      m_new(new QPushButton(widgets::icon("file-plus", Qt::white), {})),
      m_open(new QPushButton(widgets::icon("folder-open"), {})),
      m_import(new QPushButton(widgets::icon("file-input"), {})),
      m_demo(new QPushButton(widgets::icon("sparkles"), {})),
      m_recent(new QWidget)
{
    auto *logo = new QLabel;
    logo->setPixmap(QIcon(":/labelwright.svg").pixmap(startLogoSize, startLogoSize));
    auto *words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    auto *head = new QHBoxLayout;
    head->addWidget(logo);
    head->addSpacing(12);
    head->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_new, m_open, m_import, m_demo}) {
        button->setMinimumHeight(36);
        buttons->addWidget(button);
    }
    m_new->setDefault(true);
    auto *body = new QWidget;
    body->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(body);
    column->setSpacing(12);
    column->addSpacing(32);
    column->addLayout(head);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addSpacing(20);
    column->addWidget(m_recentTitle);
    column->addWidget(m_noRecent);
    column->addWidget(m_recent);
    column->addStretch(1);
    auto *centred = new QWidget;
    auto *row = new QHBoxLayout(centred);
    row->addStretch(1);
    row->addWidget(body, 100);
    row->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(centred);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(m_new, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_import, &QPushButton::clicked, this, &StartPage::importWanted);
    connect(m_demo, &QPushButton::clicked, this, &StartPage::demoWanted);
    connect(&settings, &Settings::recentChanged, this, &StartPage::showRecent);
    retranslate();
}

void StartPage::retranslate()
{
    m_title->setText("Labelwright");
    m_purpose->setText(
        tr("Label images, sounds and texts with keyboard and mouse. Every change is on disk as soon as it is made."));
    m_recentTitle->setText(tr("Recent projects"));
    m_noRecent->setText(tr("None yet. Begin with a new project, or look around in the demo."));
    m_new->setText(tr("New project…"));
    m_open->setText(tr("Open…"));
    m_import->setText(tr("Import…"));
    m_demo->setText(tr("Open the demo"));
    makeSecondary(m_purpose);
    makeSecondary(m_noRecent);
    showRecent();
}

void StartPage::showRecent()
{
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const QList<RecentProject> recent = m_settings.recent();
    for (const RecentProject &project : recent)
        column->addWidget(recentRow(project));
    m_noRecent->setVisible(recent.isEmpty());
    delete m_recent->parentWidget()->layout()->replaceWidget(m_recent, rows);
    m_recent->deleteLater();  // a row of it may have sent the signal
    m_recent->hide();
    m_recent = rows;
}

QWidget *StartPage::recentRow(const RecentProject &project)
{
    const QFileInfo file(project.file);
    const QLocale locale;
    auto *row = new QWidget;
    auto *open = new QPushButton(file.completeBaseName());
    open->setFlat(true);
    open->setStyleSheet("text-align: left; font-weight: 600;");
    open->setToolTip(project.file);
    open->setEnabled(file.exists());
    auto *place = scaledLabel();
    place->setText(file.exists() ? file.absolutePath() : tr("%1 is not there any more").arg(project.file));
    makeSecondary(place);
    auto *bar = new QProgressBar;
    bar->setRange(0, int(std::max<qint64>(1, project.all)));
    bar->setValue(int(project.labeled));
    bar->setTextVisible(false);
    bar->setFixedSize(140, 6);
    auto *count = scaledLabel();
    count->setText(tr("%1 of %2 labeled").arg(locale.toString(project.labeled), locale.toString(project.all)));
    makeSecondary(count);
    auto *forget = new QToolButton;
    forget->setIcon(widgets::icon("x"));
    forget->setAutoRaise(true);
    forget->setToolTip(tr("Remove from this list; the project stays where it is"));
    forget->setAccessibleName(forget->toolTip());
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(open);
    words->addWidget(place);
    auto *progress = new QVBoxLayout;
    progress->addWidget(count, 0, Qt::AlignRight);
    progress->addWidget(bar);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->addLayout(words, 1);
    line->addLayout(progress);
    line->addWidget(forget);
    connect(open, &QPushButton::clicked, this, [this, path = project.file] { emit projectWanted(path); });
    connect(
        forget, &QToolButton::clicked, this, [this, path = project.file] { m_settings.forgetRecent(path); },
        Qt::QueuedConnection);
    return row;
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace app
