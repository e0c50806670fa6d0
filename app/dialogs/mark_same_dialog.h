// Asks which text to mark wherever it stands, as what, and where; shows the places before anything is done.
#pragma once
#include "app/passage_search.h"
#include "core/text/find_same.h"
#include <QDialog>
#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLineEdit;

namespace app {

class PassagePreview;

struct MarkSameRequest {
    core::SameText what;
    core::LabelId label;
    PassageScope scope = PassageScope::Text;
};

class MarkSameDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<MarkSameRequest> ask(QWidget *parent, const MarkSameRequest &start,
                                              const PassageSource &source);

    MarkSameDialog(const MarkSameRequest &start, const PassageSource &source, QWidget *parent);
    MarkSameRequest request() const;

private:
    void look();
    void showFound();

    std::string m_surface;  // as it was given: the field cannot hold line ends
    QLineEdit *m_text;
    QComboBox *m_label, *m_scope;
    QCheckBox *m_words, *m_anyCase;
    PassagePreview *m_preview;
    QDialogButtonBox *m_buttons;
};

}  // namespace app
