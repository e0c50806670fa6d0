// One text to read, with its labels above and words that are highlighted in every text of the job.
#pragma once
#include "widgets/classifying_editor.h"

class QLineEdit;
class QToolButton;

namespace widgets {

class FindBar;
class TextView;

class TextClassificationEditor : public ClassifyingEditor {
    Q_OBJECT
public:
    explicit TextClassificationEditor(MediaService &media, QWidget *parent = nullptr);

    void prefetch(const std::vector<std::filesystem::path> &) override {}  // texts come with their samples
    bool act(const QByteArray &id) override;
    QList<QByteArray> acts() const override { return {"text.find", "text.find-next", "text.find-previous"}; }
    bool cancelGesture() override;
    QStringList statusTexts() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;
    QByteArray saveOptions() const override;  // JSON: words, whether label names too, zoom
    void restoreOptions(const QByteArray &saved) override;

protected:
    void showSample(const EditorContent &content) override;
    void showNothing() override;
    void changeEvent(QEvent *event) override;

private:
    void highlight();
    void retranslate();

    TextView *m_text;
    FindBar *m_find;
    QLineEdit *m_words;
    QToolButton *m_labelNames;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
};

}  // namespace widgets
