#include "app/main_window.h"
#include "app/editor_host.h"
#include "app/held_select.h"
#include "app/job_rules.h"
#include "app/job_runner.h"
#include "app/key_guard.h"
#include "app/label_keys.h"
#include "app/labelling.h"
#include "app/lead_flow.h"
#include "app/menus.h"
#include "app/navigation.h"
#include "app/object_acts.h"
#include "app/passage_flow.h"
#include "app/project_acts.h"
#include "app/project_flow.h"
#include "app/sample_browser.h"
#include "app/side_panels.h"
#include "app/silences_flow.h"
#include "app/start_page.h"
#include "app/status_line.h"
#include "app/translation.h"
#include "core/labels.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/media_service.h"
#include "widgets/panels/attribute_panel.h"
#include "widgets/panels/history_panel.h"
#include "widgets/panels/label_panel.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/object_panel.h"
#include "widgets/panels/relation_panel.h"
#include "widgets/panels/sample_panel.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <QCloseEvent>
#include <QDockWidget>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr QSize firstWindowSize{1440, 900}, toolSize{20, 20};
const QList<int> firstDocks{256, 300};
constexpr int longestName = 80;    // in the title
constexpr int smallestPanel = 96;  // five of them fit a window 720 pixels high

}  // namespace

struct MainWindow::Parts {
    StartPage *start = nullptr;
    Navigation *navigation = nullptr;
    Labelling *labelling = nullptr;
    ObjectActs *objects = nullptr;
    SidePanels *side = nullptr;
    LabelShortcuts *labelKeys = nullptr;
    HeldSelect *held = nullptr;
    SimilarityOrder *similarity = nullptr;
    LeadFlow *lead = nullptr;
    PassageFlow *passages = nullptr;
    SilencesFlow *silences = nullptr;
    StatusLine *status = nullptr;
    QList<QDockWidget *> docks;
};

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_actions(this),
      m_parts(std::make_unique<Parts>())
{
    setObjectName("main");
    makeParts();
    placeParts();
    connectParts();
    applyPreferences(nullptr);
    resize(firstWindowSize);
    restoreGeometry(services.settings.windowState("geometry"));
    showProject();
}

MainWindow::~MainWindow()
{
    m_projects->close();
}

void MainWindow::makeParts()
{
    m_messages = new widgets::MessageBar;
    m_editor = new EditorHost(m_session, m_services.media);
    m_browser = new SampleBrowser(m_session, m_services.media);
    m_projects = new ProjectFlow(m_session, m_services.settings, m_services.jobs, *m_messages, this);
    m_parts->start = new StartPage(m_services.settings);
    m_parts->navigation = new Navigation(m_session, m_browser->model(), *m_editor, this);
    m_parts->side = new SidePanels(m_session, m_browser->model(), this);
    m_parts->labelKeys = new LabelShortcuts(m_session, *m_editor, m_actions, *m_parts->side->labels(), this);
    m_parts->held = new HeldSelect(*m_editor, *m_actions.action("tool.select-held"), this);
    m_parts->similarity = new SimilarityOrder(m_session, m_services.jobs, this);
    m_parts->status = new StatusLine(statusBar(), m_services.jobs);
    const auto chosen = [this] {
        return isGridShown() ? m_browser->grid()->selectedSamples() : QList<core::SampleId>();
    };
    const auto neighbour = [this](int by) {
        const auto content = m_session.content();
        return content ? m_browser->model().neighbour(content->sample.id, by) : core::SampleId();
    };
    m_parts->labelling = new Labelling(m_session, *m_editor, *m_parts->navigation, chosen, this);
    m_parts->objects = new ObjectActs(m_session, *m_editor, neighbour, this);
    m_parts->lead = new LeadFlow(m_session, m_services.settings, m_services.jobs, m_services.media, *m_messages,
                                 *m_projects, chosen, this);
    m_parts->silences = new SilencesFlow(m_session, m_services.jobs, *m_messages, this);
    m_parts->passages = new PassageFlow(m_session, *m_editor, m_services.jobs, *m_messages, this);
}

QDockWidget *MainWindow::dock(const char *name, QWidget *widget, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(name);
    widget->setMinimumHeight(smallestPanel);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    m_parts->docks.append(dock);
    return dock;
}

void MainWindow::placeParts()
{
    m_pages = new QStackedWidget;
    for (QWidget *page : std::initializer_list<QWidget *>{m_parts->start, m_editor, m_browser->grid()})
        m_pages->addWidget(page);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    setDockNestingEnabled(true);
    m_tools = addToolBar(QString());
    m_tools->setObjectName("tools");
    m_tools->setMovable(false);
    m_tools->setIconSize(toolSize);
    const SidePanels &side = *m_parts->side;
    dock("samples", m_browser, Qt::LeftDockWidgetArea);
    dock("labels", side.labels(), Qt::RightDockWidgetArea);
    QDockWidget *objects = dock("objects", side.objects(), Qt::RightDockWidgetArea);
    tabifyDockWidget(objects, dock("relations", side.relations(), Qt::RightDockWidgetArea));
    objects->raise();
    QDockWidget *attributes = dock("attributes", side.attributes(), Qt::RightDockWidgetArea);
    QDockWidget *sample = dock("sample", side.sample(), Qt::RightDockWidgetArea);
    tabifyDockWidget(attributes, sample);
    tabifyDockWidget(sample, dock("history", side.history(), Qt::RightDockWidgetArea));
    attributes->raise();
    m_actions.attach(this, m_editor, m_browser->grid());
    new KeyGuard(this);
}

void MainWindow::connectParts()
{
    const auto tell = [this](const QString &note) { m_parts->status->tell(note); };
    const auto fail = [this](const core::Error &error, const QString &doing) { m_messages->showError(error, doing); };
    connect(&m_actions, &Actions::triggered, this, &MainWindow::act);
    connect(&m_services.settings, &Settings::changed, this,
            [this](const Preferences &before) { applyPreferences(&before); });
    connect(&m_session, &Session::failed, this, fail);
    connect(m_browser, &SampleBrowser::failed, this, fail);
    connect(m_browser, &SampleBrowser::told, this, tell);
    connect(m_parts->labelling, &Labelling::told, this, tell);
    connect(m_parts->objects, &ObjectActs::told, this, tell);
    connect(m_parts->side, &SidePanels::told, this, tell);
    connect(m_editor, &EditorHost::told, this, tell);
    connect(m_parts->navigation, &Navigation::allDone, this,
            [this, tell] { tell(tr("All samples of this list are done")); });
    connect(m_parts->navigation, &Navigation::atEnd, this, [this, tell](bool last) {
        tell(last ? tr("This is the last sample of the list") : tr("This is the first sample of the list"));
    });
    connect(&m_session, &Session::projectChanged, this, &MainWindow::showProject);
    connect(&m_session, &Session::jobChanged, this, &MainWindow::showKind);
    connect(&m_session, &Session::contentChanged, this, &MainWindow::showTitle);
    connect(&m_browser->model(), &widgets::SampleListModel::countsChanged, this,
            [this] { m_parts->status->showCounts(m_browser->model().counts()); });
    connect(&m_browser->model(), &widgets::SampleListModel::countsChanged, m_projects,
            [this] { m_projects->setCounts(m_browser->model().counts()); });
    connect(m_editor, &EditorHost::viewChanged, this, &MainWindow::showTools);
    connect(m_editor, &EditorHost::toolChanged, this, [this] {
        if (const auto *view = m_editor->view(); view && !view->tool().isEmpty())
            m_actions.action("tool." + view->tool())->setChecked(true);
    });
    connect(m_editor, &EditorHost::statusChanged, this, [this] {
        m_parts->status->showEditor(m_editor->view() ? m_editor->view()->statusTexts() : QStringList());
    });
    connect(m_browser, &SampleBrowser::opened, this, [this] { showGrid(false); });
    connect(m_browser, &SampleBrowser::similarityWanted, m_parts->similarity, &SimilarityOrder::start);
    connect(m_browser, &SampleBrowser::similarityDropped, m_parts->similarity, &SimilarityOrder::drop);
    connect(m_parts->similarity, &SimilarityOrder::ordered, m_browser, &SampleBrowser::setSimilar);
    connect(m_parts->similarity, &SimilarityOrder::failed, this,
            [this, fail](const core::Error &error, const QString &doing) {
                m_browser->dropSimilar();
                if (error.code != core::Code::Cancelled)
                    fail(error, doing);
            });
    connect(m_browser, &SampleBrowser::importWanted, this, [this] { act("project.import"); });
    connect(m_parts->side, &SidePanels::labelChosen, m_parts->labelling, &Labelling::useLabel);
    connect(m_parts->labelKeys, &LabelShortcuts::chosen, m_parts->labelling, &Labelling::useLabel);
    connect(m_parts->side, &SidePanels::labelWanted, m_parts->labelling, &Labelling::relabel);
    connect(m_parts->side, &SidePanels::objectOpened, this, [this] { m_editor->act("view.show-selection"); });
    connect(m_parts->side, &SidePanels::locateWanted, this, [this] { act("project.relink"); });
    connect(m_parts->side, &SidePanels::mergeWanted, &m_parts->lead->acts(), &ProjectActs::merge);
    connect(m_parts->side, &SidePanels::removeWanted, &m_parts->lead->acts(), &ProjectActs::remove);
    connect(m_parts->start, &StartPage::newWanted, m_projects, &ProjectFlow::askNew);
    connect(m_parts->start, &StartPage::openWanted, m_projects, &ProjectFlow::askOpen);
    connect(m_parts->start, &StartPage::importWanted, this, [this] { act("project.import"); });
    connect(m_parts->start, &StartPage::demoWanted, m_projects, &ProjectFlow::openDemo);
    connect(m_parts->start, &StartPage::projectWanted, m_projects, &ProjectFlow::open);
}

void MainWindow::act(const QByteArray &id)
{
    if (!id.startsWith("sound.") && !id.startsWith("view."))
        m_session.settle();  // an act that may need what is being typed
    if (id == "project.quit")
        close();
    else if (id == "edit.undo")
        (void)m_session.undo();  // told by Session::failed, like all the session does
    else if (id == "edit.redo")
        (void)m_session.redo();
    else if (id == "edit.find")
        m_browser->focusFilter();
    else if (id == "label.search")
        m_parts->side->labels()->focusSearch();
    else if (id == "view.grid")
        showGrid(!isGridShown());
    else if (id == "view.full-screen")
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    else if (id == "edit.select-all" && isGridShown())
        m_browser->grid()->selectAll();
    else if (id == "sound.play" && isGridShown())
        m_browser->grid()->playCurrent();
    else if (id == "tool.select-held" && !isGridShown())
        m_parts->held->hold();
    else if (m_projects->act(id) || m_parts->lead->act(id) || m_parts->navigation->act(id)
             || m_parts->labelling->act(id) || m_parts->passages->act(id) || m_parts->silences->act(id))
        return;
    else if (!isGridShown() && m_session.content())
        m_editor->act(id) || m_parts->objects->act(id);
}

bool MainWindow::isGridShown() const
{
    return m_pages->currentWidget() == m_browser->grid();
}

void MainWindow::showGrid(bool shown)
{
    if (!m_session.project())
        return;
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_browser->grid()) : m_editor);
    m_pages->currentWidget()->setFocus();
    m_actions.action("view.grid")->setChecked(shown);
    m_session.remember("grid", shown ? "1" : "");
}

void MainWindow::showProject()
{
    const bool open = m_session.project() != nullptr;
    if (!open)
        keepLayout();
    m_services.media.setCacheFolder(open ? widgets::pathText(m_session.project()->cacheDir()) : QString());
    m_parts->status->showSaved(open, m_session.isReadOnly());
    for (QDockWidget *each : std::as_const(m_parts->docks))
        each->setVisible(open);
    m_tools->setVisible(open);
    m_actions.setEditing(open && !m_session.isReadOnly());
    m_pages->setCurrentWidget(open ? static_cast<QWidget *>(m_editor) : m_parts->start);
    showTitle();
}

void MainWindow::showKind()
{
    keepLayout();
    m_layoutKey = QByteArray("docks-") + core::kindName(m_session.job().kind);
    if (!restoreState(m_services.settings.windowState(m_layoutKey)))
        layOut();
    for (QDockWidget *each : std::as_const(m_parts->docks))
        if (!isOffered(*each))
            each->hide();
    const bool entities = core::marksEntities(m_session.job());
    m_actions.offer(ObjectActs::acrossSamples(), !entities);
    m_actions.offer(PassageFlow::acts(), entities);
    showGrid(m_session.remembered("grid") == "1");
    showTitle();
}

bool MainWindow::isOffered(const QDockWidget &dock) const
{
    const core::JobKind kind = m_session.job().kind;
    const QString name = dock.objectName();
    if (name == "relations")
        return kind == core::JobKind::TextTriplet;
    if (name == "labels")
        return hasLabels(kind);
    const bool wholeSounds = kind == core::JobKind::SoundClassification || kind == core::JobKind::SpeechContent;
    return !wholeSounds || (name != "objects" && name != "attributes");
}

// As it is the first time for this kind of job.
void MainWindow::layOut()
{
    for (QDockWidget *each : std::as_const(m_parts->docks))
        if (each->objectName() == "objects")  // segments have a table of their own
            each->setVisible(m_editor->isDrawing() && !core::isOfSounds(m_session.job().kind));
        else if (each->objectName() == "attributes")
            each->setVisible(m_editor->isDrawing());
        else if (each->objectName() == "relations" || each->objectName() == "labels")
            each->setVisible(isOffered(*each));
    const auto dock = [this](const char *name) { return findChild<QDockWidget *>(name); };
    const bool twoSections = core::rolesOf(m_session.job().kind).size() > 1;  // of labels
    if (m_editor->isDrawing()) {
        resizeDocks({dock("labels"), dock("objects"), dock("attributes")},
                    twoSections ? QList{8, 5, 3} : QList{5, 5, 4}, Qt::Vertical);
    } else {
        dock("sample")->raise();
        resizeDocks({dock("labels"), dock("sample")}, {1, 1}, Qt::Vertical);
    }
    // Said once, or the picture moves whenever a panel asks for another width.
    const char *beside = hasLabels(m_session.job().kind) ? "labels" : "sample";
    resizeDocks({dock("samples"), dock(beside)}, firstDocks, Qt::Horizontal);
}

void MainWindow::keepLayout()
{
    if (!m_layoutKey.isEmpty())
        m_services.settings.setWindowState(m_layoutKey, saveState());
    m_layoutKey.clear();
}

void MainWindow::showTitle()
{
    if (!m_session.project()) {
        setWindowTitle("Labelwright");
        return;
    }
    QStringList parts{widgets::pathText(m_session.project()->file().stem()), widgets::toQString(m_session.job().name)};
    if (const auto content = m_session.content())
        parts << widgets::abridged(widgets::sampleName(content->sample), longestName);
    setWindowTitle(parts.join(" — "));
    const auto content = m_session.content();
    m_actions.action("sample.hard")->setChecked(content && content->work && content->work->hard);
}

void MainWindow::showTools()
{
    const core::JobKind kind = m_session.job().kind;
    fillToolBar(*m_tools, m_actions, m_editor->view(), kind);
    QList<QAction *> panels;
    for (QDockWidget *each : std::as_const(m_parts->docks))
        if (isOffered(*each))
            panels << each->toggleViewAction();
    fillMenus(*this, m_actions, m_editor->view(), kind, panels);
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_parts->labelKeys->retranslate();
    const std::pair<const char *, QString> titles[] = {{"samples", tr("Samples")},       {"labels", tr("Labels")},
                                                       {"objects", tr("Objects")},       {"relations", tr("Relations")},
                                                       {"attributes", tr("Attributes")}, {"sample", tr("Sample")},
                                                       {"history", tr("History")}};
    for (const auto &[name, title] : titles)
        findChild<QDockWidget *>(name)->setWindowTitle(title);
    m_tools->setWindowTitle(tr("Tools"));
    m_parts->status->showCounts(m_browser->model().counts());
    m_parts->status->showSaved(m_session.project() != nullptr, m_session.isReadOnly());
    showTools();
    showTitle();
}

void MainWindow::applyPreferences(const Preferences *before)
{
    const Preferences &now = m_services.settings.preferences();
    if (before && before->theme != now.theme)
        widgets::applyTheme(now.theme);
    if (before && before->language != now.language)
        m_services.translation.speak(now.language);
    m_parts->labelKeys->setKeys(effectiveKeys(now));
    m_session.setAuthor(now.author);
    m_editor->setWheelZooms(now.wheel == Wheel::Zooms);
    m_editor->setPlaybackHabits(now.playback);
    retranslate();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setWindowState("geometry", saveGeometry());
    m_projects->close();
    QMainWindow::closeEvent(event);
}

}  // namespace app
