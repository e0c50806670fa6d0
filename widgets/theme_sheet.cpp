#include "widgets/theme_sheet.h"

namespace widgets {

namespace {

// @name stands for a colour of the look.
constexpr auto Sheet = R"(
QToolTip { color: @text; background: @raised; border: 1px solid @strong; padding: 4px 6px; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QDockWidget { font-weight: 600; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @window; padding: 7px 10px 5px 10px; text-align: left; border: none; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @border; padding: 3px 6px; spacing: 2px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 5px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QMenuBar { background: @window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @base; border: 1px solid @strong; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @tint; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @tint; }
QToolButton:checked { background: @tint; border-color: @tint; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: @raised; border: 1px solid @strong; border-radius: 6px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @tint; }
QPushButton:disabled { color: @disabled; border-color: @border; background: @window; }
QPushButton:default { background: @fill; border-color: @fill; color: white; }
QPushButton:default:disabled { background: @window; border-color: @border; color: @disabled; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:flat { background: transparent; border-color: transparent; color: @accent; }
QPushButton:flat:hover { background: @hover; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: @base; border: 1px solid @strong; border-radius: 6px; padding: 4px 7px;
    selection-background-color: @fill; selection-color: white; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 3px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    color: @disabled; background: @window; border-color: @border; }
QLineEdit[fault="true"] { border: 2px solid @error; padding: 3px 6px; }
QAbstractItemView QLineEdit { border-radius: 3px; padding: 0px 4px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/theme-arrow-@look.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid @strong; padding: 3px; outline: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0px; border: none; }

QAbstractItemView { background: @base; border: none; outline: 0; alternate-background-color: @raised;
    selection-background-color: @tint; selection-color: @text; }
QTreeView::item, QTableView::item { padding: 4px 0px; }
QTreeView::item:selected, QTableView::item:selected { background: @tint; color: @text; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @secondary; border: none; border-bottom: 1px solid @border;
    padding: 5px 8px; font-weight: 600; text-align: left; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: @window; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 10px;
    color: @secondary; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { background: @hover; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 20px; padding: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; top: 2px; }
QProgressBar { border: none; border-radius: 4px; background: @border; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: @fill; border-radius: 4px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @fill; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @raised;
    border: 1px solid @strong; }
QSlider::handle:horizontal:focus { border: 2px solid @accent; }
QCheckBox, QRadioButton { spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    background: @base; border: 1px solid @secondary; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: @fill; border-color: @fill; image: url(:/icons/theme-check.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: @fill; border-color: @fill; image: url(:/icons/theme-dash.svg); }
QRadioButton::indicator:checked { background: @fill; border-color: @fill; image: url(:/icons/theme-dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }
QLabel[secondary="true"] { color: @secondary; }
QLabel[heading="true"] { font-weight: 600; }
QLabel[fault="true"] { color: @error; }
QFrame[popover="true"] { background: @window; border: 1px solid @strong; border-radius: 8px; }
)";

}  // namespace

Look lookOf(bool dark)
{
    if (dark)
        return {.window = 0x1e2227,
                .base = 0x16191d,
                .raised = 0x2a2f36,
                .text = 0xe7e9ec,
                .secondary = 0xa3acb8,
                .disabled = 0x6c7581,
                .border = 0x343a42,
                .strongBorder = 0x4a525d,
                .accent = 0x6cabff,
                .accentFill = 0x2b69c9,
                .tint = 0x27405f,
                .hover = 0x2d333b,
                .good = 0x4cc38a,
                .warning = 0xf2b24c,
                .error = 0xff8078};
    return {.window = 0xf5f6f8,
            .base = 0xffffff,
            .raised = 0xfdfdfe,
            .text = 0x1b2027,
            .secondary = 0x59626e,
            .disabled = 0x98a0ab,
            .border = 0xdfe2e7,
            .strongBorder = 0xc3c9d1,
            .accent = 0x1a5fc4,
            .accentFill = 0x1f66cf,
            .tint = 0xd9e7fb,
            .hover = 0xe8ebef,
            .good = 0x1d8a50,
            .warning = 0x9a5b00,
            .error = 0xc22f2a};
}

QPalette paletteOf(const Look &look)
{
    QPalette palette;
    const auto both = [&](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    both(QPalette::Window, look.window);
    both(QPalette::WindowText, look.text);
    both(QPalette::Base, look.base);
    both(QPalette::AlternateBase, look.raised);
    both(QPalette::Text, look.text);
    both(QPalette::PlaceholderText, look.secondary);
    both(QPalette::Button, look.raised);
    both(QPalette::ButtonText, look.text);
    both(QPalette::BrightText, Qt::white);
    both(QPalette::ToolTipBase, look.raised);
    both(QPalette::ToolTipText, look.text);
    both(QPalette::Highlight, look.accentFill);
    both(QPalette::HighlightedText, Qt::white);
    both(QPalette::Link, look.accent);
    both(QPalette::LinkVisited, look.accent);
    both(QPalette::Light, look.raised);
    both(QPalette::Midlight, look.hover);
    both(QPalette::Mid, look.border);
    both(QPalette::Dark, look.strongBorder);
    both(QPalette::Shadow, QColor(0, 0, 0, 120));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, look.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, look.border);
    return palette;
}

QString styleSheetOf(const Look &look)
{
    const std::pair<const char *, QColor> words[] = {
        {"@window", look.window},   {"@base", look.base},           {"@raised", look.raised},
        {"@text", look.text},       {"@secondary", look.secondary}, {"@disabled", look.disabled},
        {"@border", look.border},   {"@strong", look.strongBorder}, {"@accent", look.accent},
        {"@fill", look.accentFill}, {"@tint", look.tint},           {"@hover", look.hover},
        {"@error", look.error}};
    QString sheet = QString::fromLatin1(Sheet);
    sheet.replace(QLatin1String("@look"), QLatin1String(look.window.lightness() < 128 ? "dark" : "light"));
    for (const auto &[word, color] : words)
        sheet.replace(QLatin1String(word), color.name());
    return sheet;
}

}  // namespace widgets
