#include "app/screenshot.h"
#include "app/editor_host.h"
#include "app/main_window.h"
#include "app/sample_browser.h"
#include "widgets/editor_view.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/qt_text.h"
#include <QApplication>
#include <QEvent>
#include <QPixmap>
#include <chrono>

namespace app {

using namespace std::chrono_literals;
using widgets::SampleListModel;

namespace {

constexpr std::chrono::milliseconds quietFor = 300ms, guardAfter = 60s;

}  // namespace

Screenshot::Screenshot(MainWindow &window, const ScreenshotRequest &request) : m_window(window), m_request(request)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietFor);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshot::take);
    m_guard.setSingleShot(true);
    connect(&m_guard, &QTimer::timeout, this, [this] { emit finished("the window did not finish loading"); });
    connect(&window.browser().model(), &SampleListModel::listed, this, [this] {
        m_listed = true;
        m_quiet.start();
    });
    qApp->installEventFilter(this);
    m_guard.start(guardAfter);
    m_quiet.start();
    if (!m_request.sample.isEmpty())
        QTimer::singleShot(0, this, &Screenshot::findSample);
}

void Screenshot::findSample()
{
    Session &session = m_window.session();
    if (!session.project())
        return;
    const core::Reader &reader = session.project()->reader();
    const std::string name = widgets::toUtf8(m_request.sample);
    if (const auto exact = reader.sampleByUri(name); exact && *exact) {
        (void)session.goTo(**exact);
        return;
    }
    const core::AnyOf named{{core::Filter{core::NameContains{name}}, core::Filter{core::TextContains{name}}}};
    const auto found = reader.find({session.job().id, core::Filter{named}});
    if (!found || found->empty())
        emit finished("no sample named " + m_request.sample);
    else
        (void)session.goTo(found->front());
}

bool Screenshot::isReady() const
{
    if (!m_window.session().project())
        return true;
    const widgets::EditorView *view = m_window.editor().view();
    return m_listed && !m_window.browser().model().isListing() && (!view || view->isSettled());
}

void Screenshot::take()
{
    if (!isReady()) {
        m_quiet.start();
        return;
    }
    qApp->removeEventFilter(this);
    m_guard.stop();
    const bool saved = m_window.grab().save(widgets::pathText(m_request.file), "PNG");
    emit finished(saved ? QString() : widgets::pathText(m_request.file) + ": cannot be written");
}

bool Screenshot::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        m_quiet.start();
    return false;
}

}  // namespace app
