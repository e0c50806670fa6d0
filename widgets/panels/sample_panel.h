// The sample itself: state, hard and why, note, usage; path, size, properties.
#pragma once
#include "core/sample_content.h"
#include <QWidget>
#include <memory>

namespace widgets {

class SamplePanel : public QWidget {
    Q_OBJECT
public:
    explicit SamplePanel(QWidget *parent = nullptr);
    ~SamplePanel() override;

    void setContent(std::shared_ptr<const core::SampleContent> content);  // null: no sample
    void setPath(const QString &path);  // where its media were found; empty: not found

signals:
    void editProposed(const core::Edit &edit);
    void locateWanted();  // the media are missing: map a folder

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
