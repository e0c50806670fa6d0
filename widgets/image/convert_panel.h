// Asks about a conversion over the picture: how close it has to be, and what it loses.
#pragma once
#include "core/mask_edits.h"
#include <QFrame>
#include <functional>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace widgets {

class ConvertPanel : public QFrame {
    Q_OBJECT
public:
    explicit ConvertPanel(QWidget *parent = nullptr);

    using Try = std::function<core::Conversion(double tolerance)>;
    // Shows itself. `attempt` is called for each tolerance and once more when the user agrees.
    void ask(const QString &title, bool withTolerance, Try attempt);

signals:
    void agreed(const core::Edit &edit);
    void resized();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void measure();

    QLabel *m_title, *m_name, *m_loss;
    QDoubleSpinBox *m_tolerance;
    QPushButton *m_convert, *m_cancel;
    Try m_try;
};

}  // namespace widgets
