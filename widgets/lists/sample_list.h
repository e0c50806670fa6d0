// The samples as a compact list: state, thumbnail, name, labels, marks.
#pragma once
#include "widgets/lists/sample_view.h"

namespace widgets {

class SampleList : public SampleView {
    Q_OBJECT
public:
    explicit SampleList(MediaService &media, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

}  // namespace widgets
