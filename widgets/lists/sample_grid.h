// The samples as a grid of thumbnails with size slider, sorting and a preview (hover + Space); sounds are played by it.
#pragma once
#include "core/sample_query.h"
#include "widgets/lists/sample_view.h"

namespace widgets {

class SampleGrid : public SampleView {
    Q_OBJECT
public:
    explicit SampleGrid(MediaService &media, QWidget *parent = nullptr);
    ~SampleGrid() override;

    void setTileWidth(int pixels);
    int tileWidth() const;
    void setSort(core::SortKey key, bool descending);  // shows it; does not emit
    void showSimilarity(bool descending);              // that it is sorted so
    void setOffersSimilarity(bool offers);             // of pictures alone
    void playCurrent();                                // plays or pauses the sound at the pointer, else the current one
    void selectAll();                                  // those in sight first, all of the query when they are already

signals:
    void sortWanted(core::SortKey key, bool descending);
    void similarityWanted(bool descending);  // to the current sample; again: it is another one now
    void tileWidthChanged(int pixels);
    void told(const QString &note);  // why nothing is heard

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void modelChanged() override;

private:
    struct Impl;
    void retranslate();
    void showSelected();
    void showPreview();
    void play(const QModelIndex &index);
    void makePlayer();
    void showSort(int line, bool descending);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
