#include "widgets/messages.h"
#include "core/text/text_edits.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace widgets {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
public:
    static QString of(core::Code code);
};

struct NamedText {
    std::string_view name;
    const char *title;
};

// Every word of Format::losses: what an export leaves behind.
constexpr NamedText LossTexts[] = {
    {"attributes", QT_TRANSLATE_NOOP("Messages", "attributes")},
    {"band", QT_TRANSLATE_NOOP("Messages", "frequency bands of segments")},
    {"channel", QT_TRANSLATE_NOOP("Messages", "channels of segments")},
    {"confidence", QT_TRANSLATE_NOOP("Messages", "confidence")},
    {"content", QT_TRANSLATE_NOOP("Messages", "what is said")},
    {"covered", QT_TRANSLATE_NOOP("Messages", "the pixels of masks below objects of another label")},
    {"dashed", QT_TRANSLATE_NOOP("Messages", "that lines are dashed")},
    {"encoding", QT_TRANSLATE_NOOP("Messages", "texts with characters that the encoding lacks")},
    {"entity-blanks", QT_TRANSLATE_NOOP("Messages", "blanks at the ends of entities")},
    {"hard", QT_TRANSLATE_NOOP("Messages", "hard examples")},
    {"holes", QT_TRANSLATE_NOOP("Messages", "holes in polygons")},
    {"kept-lines", QT_TRANSLATE_NOOP("Messages", "lines of brat about what is no longer there")},
    {"label", QT_TRANSLATE_NOOP("Messages", "labels of segments or contents")},
    {"line-breaks", QT_TRANSLATE_NOOP("Messages", "texts of several lines: they are left out")},
    {"lines",
     QT_TRANSLATE_NOOP("Messages", "line breaks, blank lines and tabs in what is said: they become blanks or go")},
    {"mask-holes",
     QT_TRANSLATE_NOOP("Messages", "holes in masks: the XML shows the outline, the mask picture keeps them")},
    {"mask-islands",
     QT_TRANSLATE_NOOP("Messages", "masks of several parts: the XML shows the largest, the mask picture keeps them")},
    {"mask-raster", QT_TRANSLATE_NOOP("Messages", "outlines: the shapes become masks")},
    {"merged", QT_TRANSLATE_NOOP("Messages", "separate objects of one label: they become one mask")},
    {"milliseconds", QT_TRANSLATE_NOOP("Messages", "times beyond the millisecond")},
    {"missing-media", QT_TRANSLATE_NOOP("Messages", "samples whose picture or sound is missing")},
    {"no-label", QT_TRANSLATE_NOOP("Messages", "objects without a label")},
    {"no-text", QT_TRANSLATE_NOOP("Messages", "samples without a text: they are left out")},
    {"note", QT_TRANSLATE_NOOP("Messages", "notes")},
    {"outline", QT_TRANSLATE_NOOP("Messages", "rectangles and circles: they become polygons")},
    {"outside", QT_TRANSLATE_NOOP("Messages", "what lies outside the picture")},
    {"overlap", QT_TRANSLATE_NOOP("Messages", "entities that overlap others: the first one stays")},
    {"parts",
     QT_TRANSLATE_NOOP("Messages", "entities of several parts: they become one, with what lies between the parts")},
    {"property", QT_TRANSLATE_NOOP("Messages", "properties of samples")},
    {"relations", QT_TRANSLATE_NOOP("Messages", "relations between objects")},
    {"rotation", QT_TRANSLATE_NOOP("Messages", "rotation of rectangles")},
    {"rounding", QT_TRANSLATE_NOOP("Messages", "the last digits of coordinates")},
    {"second-content", QT_TRANSLATE_NOOP("Messages", "all contents of a sound but the first")},
    {"second-label", QT_TRANSLATE_NOOP("Messages", "all labels of a sample but the first")},
    {"separator", QT_TRANSLATE_NOOP("Messages", "texts with the separator in them: they are left out")},
    {"shape", QT_TRANSLATE_NOOP("Messages", "shapes the format does not know")},
    {"spacing", QT_TRANSLATE_NOOP("Messages", "the blanks between words")},
    {"speaker", QT_TRANSLATE_NOOP("Messages", "who speaks")},
    {"split-character", QT_TRANSLATE_NOOP("Messages", "entities that begin or end within a character")},
    {"split-parts", QT_TRANSLATE_NOOP("Messages", "entities of several parts: each part becomes one")},
    {"text", QT_TRANSLATE_NOOP("Messages", "texts of samples")},
    {"to-confirm", QT_TRANSLATE_NOOP("Messages", "that labels wait to be confirmed")},
    {"touching",
     QT_TRANSLATE_NOOP("Messages", "where objects of one label touch: the mask picture does not separate them")},
    {"touching-parts", QT_TRANSLATE_NOOP("Messages", "that parts of an entity touch: they become one")},
    {"unknown-keys", QT_TRANSLATE_NOOP("Messages", "keys of other programs")},
    {"unlabeled", QT_TRANSLATE_NOOP("Messages", "that a sample is not labeled yet")},
    {"usage", QT_TRANSLATE_NOOP("Messages", "training or evaluation")},
    {"verified-empty", QT_TRANSLATE_NOOP("Messages", "that a sample was checked and holds nothing")},
};

// Edit::name of every edit the program makes.
constexpr NamedText EditTitles[] = {
    {"accept-proposal", QT_TRANSLATE_NOOP("Messages", "Accept proposal")},
    {"add-entity", QT_TRANSLATE_NOOP("Messages", "Mark text")},
    {"add-relation", QT_TRANSLATE_NOOP("Messages", "Add relation")},
    {"add-label", QT_TRANSLATE_NOOP("Messages", "Add label")},
    {"add-segment", QT_TRANSLATE_NOOP("Messages", "Add segment")},
    {"add-samples", QT_TRANSLATE_NOOP("Messages", "Add samples")},
    {"assign-label", QT_TRANSLATE_NOOP("Messages", "Assign label")},
    {"change-label", QT_TRANSLATE_NOOP("Messages", "Change label")},
    {"confirm", QT_TRANSLATE_NOOP("Messages", "Confirm")},
    {"delete-label", QT_TRANSLATE_NOOP("Messages", "Delete label")},
    {"delete-objects", QT_TRANSLATE_NOOP("Messages", "Delete objects")},
    {"delete-samples", QT_TRANSLATE_NOOP("Messages", "Delete samples")},
    {"draft-entities", QT_TRANSLATE_NOOP("Messages", "Draft entities")},
    {"draft-segments", QT_TRANSLATE_NOOP("Messages", "Draft segments")},
    {"draw-box", QT_TRANSLATE_NOOP("Messages", "Draw rectangle")},
    {"draw-circle", QT_TRANSLATE_NOOP("Messages", "Draw circle")},
    {"draw-dashed", QT_TRANSLATE_NOOP("Messages", "Draw dashed line")},
    {"draw-line", QT_TRANSLATE_NOOP("Messages", "Draw line")},
    {"draw-point", QT_TRANSLATE_NOOP("Messages", "Draw point")},
    {"paint-mask", QT_TRANSLATE_NOOP("Messages", "Paint mask")},
    {"erase-mask", QT_TRANSLATE_NOOP("Messages", "Erase from masks")},
    {"fill-holes", QT_TRANSLATE_NOOP("Messages", "Fill holes")},
    {"drop-specks", QT_TRANSLATE_NOOP("Messages", "Drop specks")},
    {"grow-mask", QT_TRANSLATE_NOOP("Messages", "Grow masks")},
    {"shrink-mask", QT_TRANSLATE_NOOP("Messages", "Shrink masks")},
    {"smooth-mask", QT_TRANSLATE_NOOP("Messages", "Smooth masks")},
    {"merge-masks", QT_TRANSLATE_NOOP("Messages", "Merge masks")},
    {"transcribe", QT_TRANSLATE_NOOP("Messages", "Transcribe")},
    {"split-mask", QT_TRANSLATE_NOOP("Messages", "Split into islands")},
    {"masks-to-polygons", QT_TRANSLATE_NOOP("Messages", "Masks to polygons")},
    {"polygons-to-masks", QT_TRANSLATE_NOOP("Messages", "Shapes to masks")},
    {"draw-polygon", QT_TRANSLATE_NOOP("Messages", "Draw polygon")},
    {"draw-polyline", QT_TRANSLATE_NOOP("Messages", "Draw polyline")},
    {"draw-rotated-box", QT_TRANSLATE_NOOP("Messages", "Draw rotated rectangle")},
    {"duplicate", QT_TRANSLATE_NOOP("Messages", "Duplicate objects")},
    {"duplicate-segment", QT_TRANSLATE_NOOP("Messages", "Duplicate segment")},
    {"edit-attribute", QT_TRANSLATE_NOOP("Messages", "Set attribute")},
    {"edit-geometry", QT_TRANSLATE_NOOP("Messages", "Edit geometry")},
    {"edit-label", QT_TRANSLATE_NOOP("Messages", "Edit label")},
    {"edit-note", QT_TRANSLATE_NOOP("Messages", "Edit note")},
    {"edit-hard-reasons", QT_TRANSLATE_NOOP("Messages", "Edit reasons")},
    {"hide-objects", QT_TRANSLATE_NOOP("Messages", "Hide or show objects")},
    {"import", QT_TRANSLATE_NOOP("Messages", "Import")},
    {"insert-vertex", QT_TRANSLATE_NOOP("Messages", "Add vertex")},
    {"lock-objects", QT_TRANSLATE_NOOP("Messages", "Lock or unlock objects")},
    {"mark-same", QT_TRANSLATE_NOOP("Messages", "Mark the same text")},
    {"media-found", QT_TRANSLATE_NOOP("Messages", "Read media properties")},
    {"merge-labels", QT_TRANSLATE_NOOP("Messages", "Merge labels")},
    {"merge-segments", QT_TRANSLATE_NOOP("Messages", "Merge segments")},
    {"move", QT_TRANSLATE_NOOP("Messages", "Move objects")},
    {"move-entity", QT_TRANSLATE_NOOP("Messages", "Move entity")},
    {"move-segment", QT_TRANSLATE_NOOP("Messages", "Move segment")},
    {"move-segment-edge", QT_TRANSLATE_NOOP("Messages", "Move edge of segment")},
    {"move-vertex", QT_TRANSLATE_NOOP("Messages", "Move vertex")},
    {"nudge", QT_TRANSLATE_NOOP("Messages", "Nudge objects")},
    {"nudge-edge", QT_TRANSLATE_NOOP("Messages", "Nudge edge")},
    {"paste", QT_TRANSLATE_NOOP("Messages", "Paste objects")},
    {"relabel", QT_TRANSLATE_NOOP("Messages", "Change label of objects")},
    {"relabel-relation", QT_TRANSLATE_NOOP("Messages", "Change label of relation")},
    {"remove-all-labels", QT_TRANSLATE_NOOP("Messages", "Remove all labels")},
    {"remove-annotations", QT_TRANSLATE_NOOP("Messages", "Delete objects")},
    {"remove-label", QT_TRANSLATE_NOOP("Messages", "Remove label")},
    {"remove-relations", QT_TRANSLATE_NOOP("Messages", "Delete relations")},
    {"remove-vertex", QT_TRANSLATE_NOOP("Messages", "Delete vertex")},
    {"rename-label", QT_TRANSLATE_NOOP("Messages", "Rename label")},
    {"remove-vertex", QT_TRANSLATE_NOOP("Messages", "Delete vertex")},
    {"reorder", QT_TRANSLATE_NOOP("Messages", "Change drawing order")},
    {"reorder-labels", QT_TRANSLATE_NOOP("Messages", "Reorder labels")},
    {"resize", QT_TRANSLATE_NOOP("Messages", "Resize object")},
    {"rotate", QT_TRANSLATE_NOOP("Messages", "Rotate object")},
    {"set-attribute", QT_TRANSLATE_NOOP("Messages", "Set attribute")},
    {"set-content", QT_TRANSLATE_NOOP("Messages", "Write content")},
    {"set-hard", QT_TRANSLATE_NOOP("Messages", "Mark hard")},
    {"set-speaker", QT_TRANSLATE_NOOP("Messages", "Set speaker")},
    {"set-state", QT_TRANSLATE_NOOP("Messages", "Set state")},
    {"set-times", QT_TRANSLATE_NOOP("Messages", "Set times")},
    {"set-usage", QT_TRANSLATE_NOOP("Messages", "Set usage")},
    {"split-segment", QT_TRANSLATE_NOOP("Messages", "Split segment")},
    {"stretch-entity", QT_TRANSLATE_NOOP("Messages", "Move end of entity")},
    {"toggle-label", QT_TRANSLATE_NOOP("Messages", "Toggle label")},
    {"turn-relation", QT_TRANSLATE_NOOP("Messages", "Turn relation round")},
    {"unset-hard", QT_TRANSLATE_NOOP("Messages", "Mark not hard")},
    {"verify-empty", QT_TRANSLATE_NOOP("Messages", "Verify as empty")},
};

QString quoted(const std::string &text)
{
    constexpr qsizetype Longest = 200;
    QString shown = toQString(text).simplified();
    if (shown.size() > Longest)
        shown = shown.left(Longest) + QStringLiteral("…");
    return shown;
}

QString Messages::of(core::Code code)
{
    switch (code) {
    case core::Code::Cancelled: return tr("It was cancelled; nothing was changed");
    case core::Code::NotFound: return tr("It cannot be found");
    case core::Code::Exists: return tr("It exists already");
    case core::Code::Io: return tr("The system refused to read or write");
    case core::Code::DiskFull: return tr("The disk is full");
    case core::Code::Corrupt: return tr("The content is damaged or is not what it claims to be");
    case core::Code::Conflict: return tr("The data changed in the meantime; nothing was written");
    case core::Code::ReadOnly: return tr("The project is open for reading only");
    case core::Code::Busy: return tr("The same work is already under way");
    case core::Code::Unsupported: return tr("This is not supported here");
    case core::Code::TooLarge: return tr("It is larger than the limit");
    case core::Code::MissingField: return tr("A required field is missing");
    case core::Code::BadValue: return tr("A value is not valid");
    case core::Code::Loss: return tr("The target format cannot hold it");
    case core::Code::Usage: return tr("The request is not complete or not valid");
    }
    return {};
}

}  // namespace

QString sentence(const core::Error &error)
{
    QString text = Messages::of(error.code);
    if (!error.detail.empty())
        text = Messages::tr("%1: %2").arg(text, quoted(error.detail));
    const QString place = placeText(error.where);
    return place.isEmpty() ? text : Messages::tr("%1 (%2)").arg(text, place);
}

QString advice(const core::Error &error)
{
    switch (error.code) {
    case core::Code::NotFound:
        return Messages::tr("Check that the file or folder is still there and the disk is connected.");
    case core::Code::Exists: return Messages::tr("Choose another name.");
    case core::Code::Io: return Messages::tr("Check the permissions and the disk, then try again.");
    case core::Code::DiskFull: return Messages::tr("Free some space, then try again. What was saved before is safe.");
    case core::Code::Corrupt: return Messages::tr("Open a backup, or look at the place named.");
    case core::Code::Conflict: return Messages::tr("The view is up to date now: try again.");
    case core::Code::ReadOnly:
        return Messages::tr("Close the other window or process that has it open, then open it again.");
    case core::Code::Busy: return Messages::tr("Wait for it to end, or cancel it in the status bar.");
    case core::Code::Loss: return Messages::tr("Choose another format, or agree to the loss.");
    case core::Code::Cancelled:
    case core::Code::Unsupported:
    case core::Code::TooLarge:
    case core::Code::MissingField:
    case core::Code::BadValue:
    case core::Code::Usage: return {};
    }
    return {};
}

QString placeText(const core::Location &where)
{
    QString text = toQString(where.file);
    if (where.line > 0)
        text += (text.isEmpty() ? Messages::tr("line %1") : QStringLiteral(":%1")).arg(where.line);
    if (where.column > 0)
        text += (text.isEmpty() ? Messages::tr("column %1") : QStringLiteral(":%1")).arg(where.column);
    if (!where.field.empty())
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + toQString(where.field);
    return text;
}

QString deviceText(const core::Error &fault)
{
    const QString text =
        fault.code == core::Code::NotFound
            ? Messages::tr("No sound can be heard: there is no sound device. The playhead moves without it")
            : Messages::tr("No sound can be heard: the sound device stopped. The playhead moves without it");
    return fault.detail.empty() ? text : Messages::tr("%1 (%2)").arg(text, quoted(fault.detail));
}

QString codeText(core::Code code)
{
    switch (code) {
    case core::Code::Cancelled: return Messages::tr("cancelled");
    case core::Code::NotFound: return Messages::tr("not found");
    case core::Code::Exists: return Messages::tr("exists");
    case core::Code::Io: return Messages::tr("read or write error");
    case core::Code::DiskFull: return Messages::tr("disk full");
    case core::Code::Corrupt: return Messages::tr("damaged");
    case core::Code::Conflict: return Messages::tr("conflict");
    case core::Code::ReadOnly: return Messages::tr("read-only");
    case core::Code::Busy: return Messages::tr("busy");
    case core::Code::Unsupported: return Messages::tr("not supported");
    case core::Code::TooLarge: return Messages::tr("too large");
    case core::Code::MissingField: return Messages::tr("missing field");
    case core::Code::BadValue: return Messages::tr("bad value");
    case core::Code::Loss: return Messages::tr("loss");
    case core::Code::Usage: return Messages::tr("usage");
    }
    return {};
}

QString editTitle(std::string_view editName)
{
    const auto *known = std::ranges::find(EditTitles, editName, &NamedText::name);
    return known == std::end(EditTitles) ? toQString(editName) : Messages::tr(known->title);
}

QString lossText(std::string_view word)
{
    const auto *known = std::ranges::find(LossTexts, word, &NamedText::name);
    return known == std::end(LossTexts) ? toQString(word) : Messages::tr(known->title);
}

QString refusalText(const core::Refused &refused, const std::vector<core::Label> &labels)
{
    const auto find = [&labels](core::LabelId id) {
        const auto found = std::ranges::find(labels, id, &core::Label::id);
        return found == labels.end() ? nullptr : &*found;
    };
    const auto name = [&find](core::LabelId id) {
        const core::Label *label = find(id);
        return label ? Messages::tr("“%1”").arg(quoted(label->name)) : Messages::tr("anything");
    };
    switch (refused.why) {
    case core::Refusal::Empty: return Messages::tr("No text is selected.");
    case core::Refusal::WrongRole: {
        const core::Label *label = find(refused.wanted);
        return (label && core::isRelation(*label) ? Messages::tr("%1 is a label for relations, not for text.")
                                                  : Messages::tr("%1 is a label for text, not for relations."))
            .arg(name(refused.wanted));
    }
    case core::Refusal::Overlaps: return Messages::tr("Another entity is there. In this job entities do not overlap.");
    case core::Refusal::CrossesOther:
        return Messages::tr("It would cross another entity. In this job one lies within the other, or apart.");
    case core::Refusal::Twice:
        return refused.relation ? Messages::tr("The two are joined by %1 already.").arg(name(refused.relation))
                                : Messages::tr("The text has that label already.");
    case core::Refusal::ToItself: return Messages::tr("A relation joins two entities. Choose another one.");
    case core::Refusal::Misfit: {
        const core::Label *label = find(refused.relation);
        const core::LabelId from = label ? label->fromLabel : core::LabelId(),
                            to = label ? label->toLabel : core::LabelId();
        return Messages::tr("%1 goes from %2 to %3.").arg(name(refused.relation), name(from), name(to));
    }
    }
    return {};
}

QString stateText(core::State state)
{
    switch (state) {
    case core::State::Unlabeled: return Messages::tr("Unlabeled");
    case core::State::ToConfirm: return Messages::tr("To confirm");
    case core::State::Labeled: return Messages::tr("Labeled");
    }
    return {};
}

QString usageText(core::Usage usage)
{
    switch (usage) {
    case core::Usage::None: return Messages::tr("None");
    case core::Usage::Train: return Messages::tr("Training");
    case core::Usage::Eval: return Messages::tr("Evaluation");
    case core::Usage::Test: return Messages::tr("Test");
    case core::Usage::Inference: return Messages::tr("Inference");
    }
    return {};
}

QString shapeText(core::Shape shape)
{
    switch (shape) {
    case core::Shape::Any: return Messages::tr("Any shape");
    case core::Shape::Box: return Messages::tr("Rectangle");
    case core::Shape::RotatedBox: return Messages::tr("Rotated rectangle");
    case core::Shape::Polygon: return Messages::tr("Polygon");
    case core::Shape::Circle: return Messages::tr("Circle");
    case core::Shape::Line: return Messages::tr("Line");
    case core::Shape::Dashed: return Messages::tr("Dashed line");
    case core::Shape::Polyline: return Messages::tr("Polyline");
    case core::Shape::Point: return Messages::tr("Point");
    case core::Shape::Mask: return Messages::tr("Mask");
    }
    return {};
}

QString kindText(const core::Geometry &geometry)
{
    struct Words {
        QString operator()(const core::WholeSample &) const { return Messages::tr("Whole sample"); }
        QString operator()(const core::Box &box) const
        {
            return shapeText(box.angle == 0 ? core::Shape::Box : core::Shape::RotatedBox);
        }
        QString operator()(const core::Polygon &) const { return shapeText(core::Shape::Polygon); }
        QString operator()(const core::Polyline &line) const
        {
            if (line.dashed)
                return shapeText(core::Shape::Dashed);
            return shapeText(line.points.size() == 2 ? core::Shape::Line : core::Shape::Polyline);
        }
        QString operator()(const core::Circle &) const { return shapeText(core::Shape::Circle); }
        QString operator()(const core::Point &) const { return shapeText(core::Shape::Point); }
        QString operator()(const core::Keypoints &) const { return Messages::tr("Key points"); }
        QString operator()(const core::Mask &) const { return shapeText(core::Shape::Mask); }
        QString operator()(const core::TimeSpan &) const { return Messages::tr("Time span"); }
        QString operator()(const core::TextSpan &) const { return Messages::tr("Text span"); }
        QString operator()(const core::Track &) const { return Messages::tr("Track"); }
    };
    return std::visit(Words{}, geometry);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return Messages::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Messages::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Messages::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

}  // namespace widgets
