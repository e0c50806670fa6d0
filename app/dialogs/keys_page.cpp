#include "app/dialogs/keys_page.h"
#include "widgets/theme.h"
#include <QComboBox>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace app {

namespace {

enum KeyColumn { KeyTitle, KeyText };
constexpr int IdRole = Qt::UserRole;

}  // namespace

KeysPage::KeysPage(KeyProfile profile, const KeyChoices &own, QWidget *parent)
    : QWidget(parent),
      m_own(own),
      m_profile(new QComboBox),
      m_search(new QLineEdit),
      m_tree(new QTreeWidget),
      m_edit(new QKeySequenceEdit),
      m_set(new QPushButton(tr("Use this key"))),
      m_add(new QPushButton(tr("Add it"))),
      m_clear(new QPushButton(tr("No key"))),
      m_reset(new QPushButton(tr("As in the profile"))),
      m_conflicts(new QLabel)
{
    m_profile->addItems({tr("Desktop (labelImg, labelme)"), "CVAT", "ModelArts"});
    m_profile->setCurrentIndex(int(profile));
    build();
    fill();
    connect(m_profile, &QComboBox::currentIndexChanged, this, &KeysPage::show);
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::narrow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::show);
    connect(m_set, &QPushButton::clicked, this, [this] { setKey(m_edit->keySequence(), false); });
    connect(m_add, &QPushButton::clicked, this, [this] { setKey(m_edit->keySequence(), true); });
    connect(m_clear, &QPushButton::clicked, this, &KeysPage::clearKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeysPage::resetKeys);
}

void KeysPage::build()
{
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->header()->setSectionResizeMode(KeyTitle, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(KeyText, QHeaderView::ResizeToContents);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_conflicts->setTextFormat(Qt::PlainText);
    m_conflicts->setWordWrap(true);
    m_conflicts->setProperty("fault", true);
    m_edit->setAccessibleName(tr("Press a key"));
    auto *top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("Profile")));
    top->addWidget(m_profile);
    top->addWidget(m_search, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_edit, 1);
    for (QPushButton *button : {m_set, m_add, m_clear, m_reset})
        bottom->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    column->addWidget(m_conflicts);
    column->addLayout(bottom);
}

void KeysPage::fill()
{
    QHash<QString, QTreeWidgetItem *> groups;
    for (const ActionSpec &spec : allActions()) {
        const QString group = groupTitle(spec.id);
        if (!groups.contains(group)) {
            groups[group] = new QTreeWidgetItem(m_tree, {group});
            groups[group]->setExpanded(true);
            groups[group]->setFlags(Qt::ItemIsEnabled);
        }
        auto *item = new QTreeWidgetItem(groups[group], {actionTitle(spec.id)});
        item->setData(KeyTitle, IdRole, QByteArray(spec.id));
    }
    show();
}

KeyProfile KeysPage::profile() const
{
    return KeyProfile(m_profile->currentIndex());
}

KeyChoices KeysPage::keys() const
{
    Preferences preferences;
    preferences.profile = profile();
    preferences.keys = m_own;
    return effectiveKeys(preferences);
}

QByteArray KeysPage::selected() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(KeyTitle, IdRole).toByteArray() : QByteArray();
}

void KeysPage::select(const QByteArray &action)
{
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each)
        if ((*each)->data(KeyTitle, IdRole).toByteArray() == action)
            m_tree->setCurrentItem(*each);
}

void KeysPage::setKey(const QKeySequence &key, bool add)
{
    const QByteArray id = selected();
    if (id.isEmpty() || key.isEmpty())
        return;
    QList<QKeySequence> now = add ? keys().value(id) : QList<QKeySequence>();
    if (!now.contains(key))
        now.append(key);
    m_own[id] = now;
    m_edit->clear();
    show();
}

void KeysPage::clearKeys()
{
    if (!selected().isEmpty())
        m_own[selected()] = {};
    show();
}

void KeysPage::resetKeys()
{
    m_own.remove(selected());
    show();
}

QString KeysPage::conflictText() const
{
    QStringList lines;
    for (const KeyConflict &conflict : conflicts(keys())) {
        QStringList titles;
        for (const QByteArray &id : conflict.actions)
            titles << actionTitle(id);
        lines << tr("%1 is used more than once: %2")
                     .arg(conflict.key.toString(QKeySequence::NativeText), titles.join(", "));
    }
    return lines.join('\n');
}

void KeysPage::show()
{
    const KeyChoices now = keys();
    QList<QByteArray> inConflict;
    for (const KeyConflict &conflict : conflicts(now))
        inConflict += conflict.actions;
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each) {
        const QByteArray id = (*each)->data(KeyTitle, IdRole).toByteArray();
        if (id.isEmpty())
            continue;
        (*each)->setText(KeyText, QKeySequence::listToString(now.value(id), QKeySequence::NativeText));
        QFont font = m_tree->font();
        font.setBold(m_own.contains(id));
        (*each)->setFont(KeyText, font);
        (*each)->setForeground(KeyText,
                               inConflict.contains(id) ? widgets::errorColor() : palette().color(QPalette::Text));
    }
    m_conflicts->setText(conflictText());
    m_conflicts->setVisible(!m_conflicts->text().isEmpty());
    for (QPushButton *button : {m_set, m_add, m_clear, m_reset})
        button->setEnabled(!selected().isEmpty());
}

void KeysPage::narrow(const QString &text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem *item = group->child(k);
            const bool fits = item->text(KeyTitle).contains(text, Qt::CaseInsensitive)
                              || item->text(KeyText).contains(text, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

}  // namespace app
