#include "widgets/panels/sample_panel.h"
#include "core/labelling.h"
#include "widgets/messages.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/form.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include "widgets/theme.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <span>

namespace widgets {

namespace {

constexpr qsizetype longestTitle = 160, idPart = 8;

constexpr core::State States[] = {core::State::Unlabeled, core::State::ToConfirm, core::State::Labeled};
constexpr core::Usage Usages[] = {core::Usage::None, core::Usage::Train, core::Usage::Eval, core::Usage::Test,
                                  core::Usage::Inference};

QString propertyText(const std::string &json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QStringList lines;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonValue &value = entry.value();
        QString text = value.toVariant().toString();
        if (value.isObject())
            text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        else if (value.isArray())
            text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        lines.push_back(QStringLiteral("%1: %2").arg(entry.key(), text));
    }
    return lines.join(QLatin1Char('\n'));
}

// Zero-width spaces let a long path wrap at its slashes.
QString breakable(QString path)
{
    return path.replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
}

QString authorsText(const core::SampleContent &content)
{
    QStringList authors;
    for (const core::AnnotationPtr &object : content.annotations)
        if (const QString author = toQString(object->author); !author.isEmpty() && !authors.contains(author))
            authors.push_back(author);
    authors.sort();
    return authors.isEmpty() ? QStringLiteral("–") : authors.join(QStringLiteral(", "));
}

}  // namespace

struct SamplePanel::Impl {
    SamplePanel &q;
    EmptyState *empty;
    QScrollArea *scroll;
    QComboBox *state, *usage;
    QCheckBox *hard;
    QLineEdit *reasons;
    QPlainTextEdit *note;
    QLabel *name, *author, *size, *place, *property;
    QPushButton *locate;
    std::vector<QLabel *> titles;
    std::shared_ptr<const core::SampleContent> content;
    QString path;
    core::SharedText measured;
    std::int64_t characters = -1;  // of `measured`; -1: nothing measured yet
    core::SampleId shown;          // whose note and reasons are in the fields

    explicit Impl(SamplePanel &panel) : q(panel), empty(new EmptyState(&panel)), scroll(new QScrollArea(&panel))
    {
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        auto *page = new QWidget;
        state = new QComboBox(page);
        usage = new QComboBox(page);
        for (const core::State each : States)
            state->addItem(QString(), int(each));
        for (const core::Usage each : Usages)
            usage->addItem(QString(), int(each));
        hard = new QCheckBox(page);
        reasons = new QLineEdit(page);
        note = new QPlainTextEdit(page);
        note->setTabChangesFocus(true);
        note->setFixedHeight(64);
        name = newValue(QString(), page);
        author = newValue(QString(), page);
        size = newValue(QString(), page);
        place = newValue(QString(), page);
        property = newValue(QString(), page);
        for (QLabel *value : {name, author, size, place, property})
            value->setMinimumWidth(1);  // a long word is cut off, the fields stay in sight
        locate = new QPushButton(icon("folder-search"), QString(), page);
        QFormLayout *form = newForm();
        packAtTop(page, form);
        for (QWidget *field :
             std::initializer_list<QWidget *>{name, state, hard, reasons, note, usage, author, size, place, property}) {
            titles.push_back(newTitle(QString(), page));
            titles.back()->setBuddy(field);
            form->addRow(titles.back(), field);
        }
        form->addRow(QString(), locate);
        scroll->setWidget(page);
    }

    void propose(const core::Edit &edit)
    {
        if (!core::isNothing(edit))
            emit q.editProposed(edit);
    }

    template <class Set>
    void changeWork(const char *editName, Set set)
    {
        if (!content)
            return;
        core::WorkState after = core::workOf(*content);
        const core::WorkState before = after;
        set(after);
        if (after == before)
            return;
        // Later: it may come while another sample is being brought in.
        const core::Edit edit{editName, "", {core::workChange(*content, after)}};
        QMetaObject::invokeMethod(
            &q, [this, edit] { emit q.editProposed(edit); }, Qt::QueuedConnection);
    }

    void keepNote()
    {
        if (!content || shown != content->sample.id || !note->document()->isModified())
            return;
        note->document()->setModified(false);
        changeWork("edit-note", [this](core::WorkState &work) { work.note = toUtf8(note->toPlainText()); });
    }

    void show()
    {
        scroll->setVisible(content != nullptr);
        empty->setVisible(!content);
        if (!content)
            return;
        const core::WorkState work = core::workOf(*content);
        const core::Sample &sample = content->sample;
        state->setCurrentIndex(state->findData(int(work.state)));
        usage->setCurrentIndex(usage->findData(int(sample.usage)));
        hard->setChecked(work.hard);
        hard->setText(work.hardCoefficient ? tr("Hard (%1)").arg(*work.hardCoefficient, 0, 'f', 2) : tr("Hard"));
        const bool another = shown != sample.id;
        shown = sample.id;
        if (another || !reasons->hasFocus())
            reasons->setText(toQString(work.hardReasons));
        if (another || !note->hasFocus()) {
            note->setPlainText(toQString(work.note));
            note->document()->setModified(false);
        }
        name->setText(abridged(sampleName(sample), longestTitle));
        author->setText(authorsText(*content));
        if (sample.text)
            showText(sample);
        else
            showMedia(sample);
        const QString properties = propertyText(sample.property);
        property->setText(properties.isEmpty() ? QStringLiteral("–") : properties);
        nameFields();
    }

    void showText(const core::Sample &sample)
    {
        const QLocale locale;
        if (!measured.sharesWith(*sample.text) || characters < 0) {
            measured = *sample.text;
            characters = std::ranges::count_if(measured.str(), [](char c) { return (c & 0xc0) != 0x80; });
        }
        size->setText(tr("%1 characters, %2 bytes")
                          .arg(locale.toString(qlonglong(characters)), locale.toString(qlonglong(measured.size()))));
        QString id = visible(toQString(sample.externalId));
        for (qsizetype at = id.size() - id.size() % idPart; at > 0; at -= idPart)
            id.insert(at, QChar(0x200b));
        const QString origin = path.isEmpty() ? id : breakable(QDir::toNativeSeparators(path));
        place->setText(origin.isEmpty() ? QStringLiteral("–") : origin);
        locate->hide();
    }

    void showMedia(const core::Sample &sample)
    {
        QStringList parts;
        if (sample.media.width > 0)
            parts.push_back(QStringLiteral("%1 × %2").arg(sample.media.width).arg(sample.media.height));
        if (sample.media.rate > 0)
            parts << lengthText(sample.media) << soundText(sample.media);
        if (sample.media.bytes > 0)
            parts.push_back(sizeText(sample.media.bytes));
        const bool missing = sample.media.state == core::MediaState::Missing || path.isEmpty();
        if (missing)
            parts.push_back(tr("file missing"));
        else if (sample.media.state == core::MediaState::Broken)
            parts.push_back(tr("file damaged"));
        size->setText(parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(", ")));
        place->setText(breakable(path.isEmpty() ? toQString(sample.uri) : QDir::toNativeSeparators(path)));
        locate->setVisible(missing);
    }

    void nameFields()
    {
        const bool isText = content && content->sample.text;
        const bool isSound = content && content->sample.media.rate > 0;
        const QString words[] = {isText ? tr("Text") : tr("File"),
                                 tr("State"),
                                 QString(),
                                 tr("Reasons"),
                                 tr("Note"),
                                 tr("Usage"),
                                 tr("Author"),
                                 isText || isSound ? tr("Length") : tr("Size"),
                                 isText ? tr("From") : tr("Path"),
                                 tr("Properties")};
        for (std::size_t i = 0; i < titles.size(); ++i)
            titles[i]->setText(words[i]);
    }

    void retranslate()
    {
        nameFields();
        for (int i = 0; i < state->count(); ++i)
            state->setItemText(i, stateText(core::State(state->itemData(i).toInt())));
        for (int i = 0; i < usage->count(); ++i)
            usage->setItemText(i, usageText(core::Usage(usage->itemData(i).toInt())));
        state->setAccessibleName(tr("State"));
        usage->setAccessibleName(tr("Usage"));
        hard->setAccessibleName(tr("Hard"));
        reasons->setAccessibleName(tr("Reasons"));
        reasons->setPlaceholderText(tr("Codes, for example 3-20"));
        note->setAccessibleName(tr("Note"));
        note->setPlaceholderText(tr("For whoever looks at this sample next"));
        locate->setText(tr("Find missing files…"));
        scroll->setAccessibleName(tr("Sample"));
        empty->setText("image", tr("No sample"), {});
        show();
    }
};

SamplePanel::SamplePanel(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(*this))
{
    auto &w = *m_impl;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(w.scroll, 1);
    column->addWidget(w.empty, 1);
    const auto one = [this] { return std::span(m_impl->content.get(), 1); };
    connect(w.state, &QComboBox::activated, this,
            [this, one] { m_impl->propose(core::setState(one(), core::State(m_impl->state->currentData().toInt()))); });
    connect(w.usage, &QComboBox::activated, this,
            [this, one] { m_impl->propose(core::setUsage(one(), core::Usage(m_impl->usage->currentData().toInt()))); });
    connect(w.hard, &QCheckBox::clicked, this, [this, one](bool hard) { m_impl->propose(core::setHard(one(), hard)); });
    connect(w.reasons, &QLineEdit::editingFinished, this, [this] {
        m_impl->changeWork("edit-hard-reasons", [this](core::WorkState &work) {
            work.hardReasons = toUtf8(m_impl->reasons->text().trimmed());
        });
    });
    connect(w.locate, &QPushButton::clicked, this, &SamplePanel::locateWanted);
    w.note->installEventFilter(this);
    w.retranslate();
}

SamplePanel::~SamplePanel() = default;

void SamplePanel::setContent(std::shared_ptr<const core::SampleContent> content)
{
    if (!content || !m_impl->content || content->sample.id != m_impl->content->sample.id)
        m_impl->keepNote();  // before another sample takes the field
    m_impl->content = std::move(content);
    m_impl->show();
}

void SamplePanel::setPath(const QString &path)
{
    m_impl->path = path;
    m_impl->show();
}

bool SamplePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_impl->note && event->type() == QEvent::FocusOut)
        m_impl->keepNote();
    return QWidget::eventFilter(watched, event);
}

void SamplePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
