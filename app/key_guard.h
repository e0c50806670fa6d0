// Leaves keys to the control that has the focus when it means them: Space and Enter on a button, arrows in a box of
// choices, all in a text field.
#pragma once
#include <QObject>

namespace app {

class KeyGuard : public QObject {
    Q_OBJECT
public:
    explicit KeyGuard(QObject *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}  // namespace app
