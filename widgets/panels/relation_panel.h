// The relations of a text as a table of triples. The one that is selected is so in the editor too.
#pragma once
#include "core/sample_content.h"
#include <QWidget>
#include <memory>

namespace widgets {

class RelationPanel : public QWidget {
    Q_OBJECT
public:
    explicit RelationPanel(QWidget *parent = nullptr);
    ~RelationPanel() override;

    void setContent(std::shared_ptr<const core::SampleContent> content,  // null: no sample
                    std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job);
    void setSelected(core::RelationId relation);  // 0: none; does not emit
    core::RelationId selected() const;

signals:
    void relationSelected(core::RelationId relation);
    void relationOpened(core::RelationId relation);  // double click, Enter: bring it into view
    void editProposed(const core::Edit &edit);
    void told(const QString &note);  // why nothing happened

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
