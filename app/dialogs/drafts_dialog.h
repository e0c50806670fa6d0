// Asks for a dictionary or a regular expression that drafts entities, and shows the places before anything is done.
#pragma once
#include "app/passage_search.h"
#include "core/text/drafts.h"
#include <QDialog>
#include <memory>

namespace app {

struct DraftsRequest {
    core::FindPassages find;
    std::string author;
    PassageScope scope = PassageScope::Text;
};

class DraftsDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<DraftsRequest> ask(QWidget *parent, const PassageSource &source, core::LabelId label);

    DraftsDialog(const PassageSource &source, core::LabelId label, QWidget *parent);
    ~DraftsDialog() override;
    DraftsRequest request() const;

private:
    QWidget *makeDictionary();
    QWidget *makePattern();
    void openFile();
    void look();
    void lookUpDictionary();
    void lookForPattern();
    void showFound();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace app
