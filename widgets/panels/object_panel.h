// The objects of the sample, top of the drawing order first. Selection goes both ways.
#pragma once
#include "core/sample_content.h"
#include <QWidget>
#include <memory>

namespace widgets {

class ObjectPanel : public QWidget {
    Q_OBJECT
public:
    explicit ObjectPanel(QWidget *parent = nullptr);
    ~ObjectPanel() override;

    void setContent(std::shared_ptr<const core::SampleContent> content,  // null: no sample
                    std::shared_ptr<const std::vector<core::Label>> labels);
    void setSelection(const QList<core::AnnotationId> &selection);  // does not emit
    QList<core::AnnotationId> selection() const;

signals:
    void selectionChanged(const QList<core::AnnotationId> &selection);
    void editProposed(const core::Edit &edit);
    void labelWanted(const QList<core::AnnotationId> &objects, core::LabelId label);
    void objectOpened(core::AnnotationId id);  // double click, Enter: bring it into view

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
