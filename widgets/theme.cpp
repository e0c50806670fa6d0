#include "widgets/theme.h"
#include "widgets/theme_sheet.h"
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QStyle>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QWindow>
#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

bool s_dark = false;  // what applyTheme last chose: there is one look per process

// Draws the outline icon in the palette's colour at the moment of painting, so icons need no refresh.
class OutlineEngine : public QIconEngine {
public:
    OutlineEngine(QByteArray name, QColor fixed) : m_name(std::move(name)), m_fixed(fixed) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, rendered(rect.size(), ratio, color(mode, state)));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(size, 1.0, color(mode, state));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return rendered(size / scale, scale, color(mode, state));
    }
    QIconEngine *clone() const override { return new OutlineEngine(*this); }
    QString key() const override { return QStringLiteral("outline"); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_fixed.isValid())
            return m_fixed;
        return state == QIcon::On ? accentColor() : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QPixmap rendered(const QSize &size, double ratio, const QColor &ink) const
    {
        const QString key = QStringLiteral("outline/%1/%2x%3@%4/%5")
                                .arg(QString::fromLatin1(m_name))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio)
                                .arg(ink.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/icons/") + QString::fromLatin1(m_name) + QStringLiteral(".svg"));
        pixmap = QPixmap(size * ratio);
        pixmap.fill(Qt::transparent);
        if (file.open(QIODevice::ReadOnly)) {
            QSvgRenderer svg(file.readAll().replace("currentColor", ink.name().toLatin1()));
            const int side = std::min(pixmap.width(), pixmap.height());
            QPainter painter(&pixmap);
            svg.render(&painter, QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side));
        }
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QByteArray m_name;
    QColor m_fixed;
};

QColor systemWindowColor()
{
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QColor window = QApplication::palette().color(QPalette::Window);
    QApplication::setPalette(own);
    return window;
}

bool systemIsDark()
{
    if (qEnvironmentVariable("GTK_THEME").contains(QLatin1String("dark"), Qt::CaseInsensitive))
        return true;
    return systemWindowColor().lightness() < 128;
}

void show(bool dark)
{
    s_dark = dark;
    const Look look = lookOf(dark);
    QApplication::setPalette(paletteOf(look));
    qApp->setStyleSheet(styleSheetOf(look));
}

// Fusion without the pictures it puts on the buttons of dialogs.
class PlainFusion : public QProxyStyle {
public:
    PlainFusion() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *back) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, back);
    }
};

// Lives as long as the application and follows the desktop while the theme is System.
class DesktopFollower : public QObject {
public:
    using QObject::QObject;
    bool following = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (following && event->type() == QEvent::ThemeChange && qobject_cast<QWindow *>(watched)
            && systemIsDark() != s_dark)
            show(!s_dark);
        return false;
    }
};

DesktopFollower &follower()
{
    static QPointer<DesktopFollower> instance;
    if (!instance) {
        instance = new DesktopFollower(qApp);
        qApp->installEventFilter(instance);
    }
    return *instance;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

void applyTheme(Theme theme)
{
    static bool styled = false;
    if (!std::exchange(styled, true))
        QApplication::setStyle(new PlainFusion);
    follower().following = theme == Theme::System;
    show(theme == Theme::Dark || (theme == Theme::System && systemIsDark()));
}

bool isDark()
{
    return s_dark;
}

QIcon icon(const char *name)
{
    return QIcon(new OutlineEngine(name, QColor()));
}

QIcon icon(const char *name, const QColor &color)
{
    return QIcon(new OutlineEngine(name, color));
}

QColor accentColor()
{
    return lookOf(s_dark).accent;
}

QColor secondaryColor()
{
    return lookOf(s_dark).secondary;
}

QColor warningColor()
{
    return lookOf(s_dark).warning;
}

QColor errorColor()
{
    return lookOf(s_dark).error;
}

QColor stateColor(core::State state)
{
    const Look look = lookOf(s_dark);
    switch (state) {
    case core::State::Unlabeled: return look.border.lighter(s_dark ? 180 : 85);
    case core::State::ToConfirm: return s_dark ? look.warning : QColor(0xc87d0e);
    case core::State::Labeled: return look.good;
    }
    return {};
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor textOn(const QColor &background)
{
    const QColor black(Qt::black), white(Qt::white);  // one of them always has 4.5:1
    return contrast(background, black) >= contrast(background, white) ? black : white;
}

}  // namespace widgets
