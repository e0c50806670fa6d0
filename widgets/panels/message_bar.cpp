#include "widgets/panels/message_bar.h"
#include "widgets/messages.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int NoteMs = 8000, MostLines = 4;

QColor colorOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return accentColor();
    case Severity::Warning: return warningColor();
    case Severity::Error: return errorColor();
    }
    return {};
}

const char *iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "info";
    case Severity::Warning: return "triangle-alert";
    case Severity::Error: return "circle-alert";
    }
    return "info";
}

}  // namespace

class MessageLine : public QWidget {
    Q_OBJECT
public:
    MessageLine(Severity severity, const QString &text, const QString &detail, const QList<MessageAction> &actions,
                QWidget *parent)
        : QWidget(parent),
          m_severity(severity),
          m_text(text)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(38, 7, 8, 7);
        row->setSpacing(8);
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        row->addLayout(words, 1);
        for (const QString &line : {text, detail}) {
            if (line.isEmpty())
                continue;
            auto *label = new QLabel(line, this);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setProperty(words->count() == 0 ? "heading" : "secondary", !detail.isEmpty());
            words->addWidget(label);
        }
        for (const MessageAction &action : actions) {
            auto *button = new QPushButton(action.text, this);
            connect(button, &QPushButton::clicked, this, [this, run = action.run] {
                emit closeWanted();
                run();
            });
            row->addWidget(button);
        }
        auto *close = new QToolButton(this);
        close->setIcon(widgets::icon("x"));
        close->setAccessibleName(tr("Close message"));
        close->setToolTip(tr("Close message"));
        connect(close, &QToolButton::clicked, this, &MessageLine::closeWanted);
        row->addWidget(close);
        setAccessibleName(detail.isEmpty() ? text : QStringLiteral("%1. %2").arg(text, detail));
        if (severity == Severity::Note)
            QTimer::singleShot(NoteMs, this, &MessageLine::closeWanted);
    }
    QString text() const { return m_text; }

signals:
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor color = colorOf(m_severity);
        QColor fill = color;
        fill.setAlpha(28);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.fillRect(rect(), fill);
        painter.fillRect(QRect(0, 0, 3, height()), color);
        painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
        widgets::icon(iconOf(m_severity), color).paint(&painter, QRect(12, height() / 2 - 9, 18, 18));
    }

private:
    Severity m_severity;
    QString m_text;
};

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MessageBar::show(Severity severity, const QString &text, const QString &detail,
                      const QList<MessageAction> &actions)
{
    for (auto *line : findChildren<MessageLine *>(QString(), Qt::FindDirectChildrenOnly))
        if (line->text() == text)
            drop(line);
    auto *line = new MessageLine(severity, text, detail, actions, this);
    connect(line, &MessageLine::closeWanted, this, [this, line] { drop(line); });
    m_column->insertWidget(0, line);
    while (m_column->count() > MostLines)
        drop(m_column->itemAt(m_column->count() - 1)->widget());
    line->show();
    setVisible(true);
}

void MessageBar::showError(const core::Error &error, const QString &doing, const QList<MessageAction> &actions)
{
    if (error.code == core::Code::Cancelled)
        return;  // the user asked for it
    const QString what = sentence(error);
    QString text = doing.isEmpty() ? what : tr("%1: %2").arg(doing, what);
    show(Severity::Error, text, advice(error), actions);
}

void MessageBar::drop(QWidget *line)
{
    m_column->removeWidget(line);
    line->hide();
    line->setParent(nullptr);
    line->deleteLater();
    setVisible(m_column->count() > 0);
}

void MessageBar::clear()
{
    while (m_column->count() > 0)
        drop(m_column->itemAt(0)->widget());
}

int MessageBar::count() const
{
    return m_column->count();
}

}  // namespace widgets

#include "message_bar.moc"
