#include "app/dialogs/silences_dialog.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

namespace app {

using namespace core;

namespace {

constexpr int silencesPauseMs = 120;  // typing goes on within it

QDoubleSpinBox *secondsBox(double value, double most)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setRange(0, most);
    box->setValue(value);
    box->setSuffix(SilencesDialog::tr(" s"));
    return box;
}

std::int64_t drafted(const Edit &edit, std::int64_t &samples)
{
    std::int64_t count = 0;
    for (const Change &change : edit.changes)
        if (const auto *row = std::get_if<RowChange<Annotation>>(&change)) {
            const TimeSpan &span = *timeSpanOf(*row->after);
            samples += span.end - span.begin;
            ++count;
        }
    return count;
}

}  // namespace

struct SilencesDialog::Parts {
    const SoundLevels &levels;
    Preview preview;
    QCheckBox *own = new QCheckBox(tr("By how loud this sound is"));
    QDoubleSpinBox *threshold = new QDoubleSpinBox;
    QDoubleSpinBox *minSpeech, *minSilence, *padding;
    QComboBox *label = new QComboBox;
    QLabel *found = new QLabel;
    QDialogButtonBox *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QTimer pause;

    Parts(const SoundLevels &measured, Preview made, const SilenceOptions &start)
        : levels(measured),
          preview(std::move(made)),
          minSpeech(secondsBox(start.minSpeech, 60)),
          minSilence(secondsBox(start.minSilence, 60)),
          padding(secondsBox(start.padding, 5))
    {
        threshold->setRange(quietest, 0);
        threshold->setDecimals(1);
        threshold->setSuffix(tr(" dB"));
        threshold->setValue(thresholdOf(levels, start));
        threshold->setEnabled(start.threshold.has_value());
        own->setChecked(!start.threshold);
        threshold->setObjectName("threshold");
        own->setObjectName("own");
        minSilence->setObjectName("silence");
        found->setObjectName("found");
        found->setWordWrap(true);
        pause.setSingleShot(true);
        pause.setInterval(silencesPauseMs);
    }
    void fillLabels(const std::vector<Label> &labels, LabelId current)
    {
        label->addItem(tr("no label"), QVariant::fromValue<qlonglong>(0));
        for (const Label &each : labels)
            label->addItem(widgets::toQString(each.name), QVariant::fromValue<qlonglong>(each.id.value));
        label->setCurrentIndex(std::max(0, label->findData(QVariant::fromValue<qlonglong>(current.value))));
    }
};

std::optional<SilencesRequest> SilencesDialog::ask(QWidget *parent, const SoundLevels &levels,
                                                   const std::vector<Label> &labels, const SilencesRequest &start,
                                                   const Preview &preview)
{
    SilencesDialog dialog(levels, labels, start, preview, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

SilencesDialog::SilencesDialog(const SoundLevels &levels, const std::vector<Label> &labels,
                               const SilencesRequest &start, Preview preview, QWidget *parent)
    : QDialog(parent),
      m_parts(std::make_unique<Parts>(levels, std::move(preview), start.options))
{
    Parts &p = *m_parts;
    setWindowTitle(tr("Draft segments from silences"));
    p.fillLabels(labels, start.label);
    auto *hint = new QLabel(tr("Where the sound is louder than the threshold becomes a segment to confirm. "
                               "Time that has segments already is left alone."));
    hint->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->addRow(hint);
    form->addRow(tr("Threshold"), p.own);
    form->addRow(QString(), p.threshold);
    form->addRow(tr("Shortest speech"), p.minSpeech);
    form->addRow(tr("Shortest silence"), p.minSilence);
    form->addRow(tr("Added on both sides"), p.padding);
    form->addRow(tr("Label"), p.label);
    form->addRow(p.found);
    form->addRow(p.buttons);
    setMinimumWidth(420);
    connect(&p.pause, &QTimer::timeout, this, &SilencesDialog::look);
    connect(p.own, &QCheckBox::toggled, this, [this](bool own) {
        m_parts->threshold->setEnabled(!own);
        m_parts->pause.start();
    });
    for (QDoubleSpinBox *box : {p.threshold, p.minSpeech, p.minSilence, p.padding})
        connect(box, &QDoubleSpinBox::valueChanged, &p.pause, qOverload<>(&QTimer::start));
    connect(p.label, &QComboBox::currentIndexChanged, &p.pause, qOverload<>(&QTimer::start));
    connect(p.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(p.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

SilencesDialog::~SilencesDialog() = default;

SilencesRequest SilencesDialog::request() const
{
    const Parts &p = *m_parts;
    SilenceOptions options;
    if (!p.own->isChecked())
        options.threshold = p.threshold->value();
    options.minSpeech = p.minSpeech->value();
    options.minSilence = p.minSilence->value();
    options.padding = p.padding->value();
    return {options, {p.label->currentData().toLongLong()}};
}

void SilencesDialog::look()
{
    Parts &p = *m_parts;
    const SilencesRequest wanted = request();
    if (!wanted.options.threshold) {
        const QSignalBlocker quiet(p.threshold);
        p.threshold->setValue(thresholdOf(p.levels, wanted.options));
    }
    std::int64_t samples = 0;
    const std::int64_t count = drafted(p.preview(wanted), samples);
    p.buttons->button(QDialogButtonBox::Ok)->setEnabled(count > 0);
    p.buttons->button(QDialogButtonBox::Ok)->setText(tr("Draft"));
    p.found->setText(count == 0 ? tr("With these values no segment is made.")
                                : tr("%Ln segment(s), %1 in all", nullptr, int(count))
                                      .arg(widgets::durationText(samples / std::max(1, p.levels.rate))));
}

}  // namespace app
