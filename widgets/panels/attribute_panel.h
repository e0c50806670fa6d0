// Attributes and geometry of the selected objects. What differs between them is shown as mixed.
#pragma once
#include "core/sample_content.h"
#include <QWidget>
#include <memory>

namespace widgets {

class AttributePanel : public QWidget {
    Q_OBJECT
public:
    explicit AttributePanel(QWidget *parent = nullptr);
    ~AttributePanel() override;

    void setContent(std::shared_ptr<const core::SampleContent> content,
                    std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job = {});
    void setSelection(const QList<core::AnnotationId> &selection);

signals:
    void editProposed(const core::Edit &edit);
    void told(const QString &note);  // why nothing happened

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
