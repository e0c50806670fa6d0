// One picture, large, with its labels.
#pragma once
#include "widgets/classifying_editor.h"

namespace widgets {

class PictureCanvas;

class ClassificationEditor : public ClassifyingEditor {
    Q_OBJECT
public:
    explicit ClassificationEditor(MediaService &media, QWidget *parent = nullptr);

    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    bool act(const QByteArray &id) override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;

protected:
    void showSample(const EditorContent &content) override;
    void showNothing() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PictureCanvas *m_canvas;
};

}  // namespace widgets
