// All, Unlabeled, Labeled, To confirm: each a word over its count, so that four fit a narrow dock.
#pragma once
#include "core/reader.h"
#include <QTabBar>
#include <optional>

namespace widgets {

class StateTabs : public QTabBar {
    Q_OBJECT
public:
    explicit StateTabs(QWidget *parent = nullptr);

    void setCounts(const core::StateCounts &counts);
    void setState(std::optional<core::State> state);  // does not emit
    std::optional<core::State> state() const;         // empty: all

signals:
    void stateChosen(std::optional<core::State> state);

protected:
    void changeEvent(QEvent *event) override;
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    QFont numberFont() const;

    core::StateCounts m_counts;
};

core::Filter narrowed(const core::Filter &filter, std::optional<core::State> state);  // both hold

}  // namespace widgets
