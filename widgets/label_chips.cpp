#include "widgets/label_chips.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace widgets {

LabelChips::LabelChips(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    setFixedHeight(48);
}

void LabelChips::show(const core::SampleContent *content, const std::vector<core::Label> &labels)
{
    m_chips.clear();
    m_hasSample = content;
    m_state = content ? content->state() : core::State::Unlabeled;
    if (content)
        for (const core::AnnotationPtr &each : content->annotations) {
            const auto label = std::ranges::find(labels, each->label, &core::Label::id);
            if (!std::holds_alternative<core::WholeSample>(each->geometry) || label == labels.end())
                continue;
            QString text = toQString(label->name);
            if (each->proposed && each->confidence)
                text += QString("  %1 %").arg(std::lround(*each->confidence * 100));
            m_chips.push_back({label->id, text, toColor(label->rgb), each->proposed});
        }
    rebuild();
}

void LabelChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void LabelChips::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();  // we may be inside its click
        delete item;
    }
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (const Chip &chip : m_chips) {
        auto *button = new QToolButton;
        const QColor ink = chip.proposed ? palette().color(QPalette::WindowText) : textOn(chip.color);
        const QColor back = chip.proposed ? palette().color(QPalette::Base) : chip.color;
        button->setText(QString(chip.text).replace('&', "&&"));
        button->setIcon(icon("x", ink));
        button->setFixedHeight(30);
        button->setIconSize({14, 14});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setLayoutDirection(Qt::RightToLeft);  // the cross behind the name
        button->setToolTip(tr("Remove this label"));
        button->setAccessibleName(tr("Remove %1").arg(chip.text));
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::PointingHandCursor);
        button->setStyleSheet(QString("QToolButton { background: %1; color: %2; border: 2px %3 %4; border-radius: 13px;"
                                      " padding: 2px 10px; font-weight: 600; } QToolButton:hover, QToolButton:focus {"
                                      " border-color: palette(highlight); }")
                                  .arg(back.name(), ink.name(), chip.proposed ? "dashed" : "solid", chip.color.name()));
        connect(button, &QToolButton::clicked, this, [this, label = chip.label] { emit removeWanted(label); });
        row->addWidget(button);
    }
    if (m_chips.empty() && m_hasSample) {
        auto *hint = new QLabel(m_state == core::State::Labeled ? tr("Verified: no label fits")
                                                                : tr("No label yet: press a label's key"));
        QPalette quiet = hint->palette();
        quiet.setColor(QPalette::WindowText, secondaryColor());
        hint->setPalette(quiet);
        row->addWidget(hint);
    }
    row->addStretch();
}

}  // namespace widgets
