#include "widgets/audio/segment_delegate.h"
#include "widgets/audio/segment_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QToolTip>

namespace widgets {

using Field = SegmentModel::Field;

SegmentDelegate::SegmentDelegate(SegmentModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

QWidget *SegmentDelegate::listEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    if (const core::AttributeSpec *spec = m_model.classOf(index.column())) {
        box->addItem(QString(), QString());
        for (const std::string &value : spec->values)
            box->addItem(toQString(value), toQString(value));
    } else {
        box->addItem(tr("no label"), QVariant::fromValue<qlonglong>(0));
        for (const core::Label &label : *m_model.marks().content().labels)
            box->addItem(toQString(label.name), QVariant::fromValue<qlonglong>(label.id.value));
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        auto *self = const_cast<SegmentDelegate *>(this);
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    return box;
}

QWidget *SegmentDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    m_edited = index;
    const Field field = m_model.fieldOf(index.column());
    const core::AttributeSpec *spec = m_model.classOf(index.column());
    if (field == Field::Label || (spec && !spec->values.empty()))
        return listEditor(parent, index);
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    if (field == Field::Speaker) {
        auto *completer = new QCompleter(m_model.speakers(), line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line->setCompleter(completer);
    }
    return line;
}

void SegmentDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        if (!line->isModified())  // else the content changed beside it: what is typed stays
            line->setText(value.toString());
        return;
    }
    auto *box = qobject_cast<QComboBox *>(editor);
    const core::Annotation *segment = m_model.at(index.row());
    if (!box || !segment)
        return;
    const bool isLabel = m_model.fieldOf(index.column()) == Field::Label;
    box->setCurrentIndex(box->findData(isLabel ? QVariant::fromValue<qlonglong>(segment->label.value) : value));
}

void SegmentDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        if (box->currentIndex() >= 0)
            model->setData(index, box->currentData(), Qt::EditRole);
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, line->text(), Qt::EditRole);
    }
}

void SegmentDelegate::finish(QWidget *editor)
{
    emit commitData(editor);
    emit closeEditor(editor);
}

// Says beside the field why, and leaves it open.
bool SegmentDelegate::isRefused(QLineEdit &editor, const QModelIndex &index)
{
    const QString why = m_model.complaint(index.column(), editor.text());
    if (why.isEmpty())
        return false;
    QPalette palette = editor.palette();
    palette.setColor(QPalette::Text, errorColor());
    editor.setPalette(palette);
    editor.selectAll();
    QToolTip::showText(editor.mapToGlobal(QPoint(0, editor.height())), why, &editor);
    emit told(why);
    return true;
}

// true: done with.
bool SegmentDelegate::keyPressed(QLineEdit &editor, int key)
{
    const QPersistentModelIndex index = m_edited;
    if (!index.isValid())
        return false;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && isRefused(editor, index))
        return true;
    const bool isContent = m_model.fieldOf(index.column()) == Field::Content;
    if (isContent && (key == Qt::Key_Tab || key == Qt::Key_Backtab)) {
        emit playWanted(key == Qt::Key_Tab ? "sound.play" : "sound.back");
        return true;
    }
    if (enter) {
        finish(&editor);
        if (isContent)
            emit nextWanted(index);
    }
    return enter;
}

bool SegmentDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *line = qobject_cast<QLineEdit *>(watched);
    if (line && event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (!(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && keyPressed(*line, key.key()))
            return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

}  // namespace widgets
