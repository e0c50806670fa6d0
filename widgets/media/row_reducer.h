// Averages the rows of a picture into a smaller one while they stream by.
#pragma once
#include <QImage>
#include <vector>

namespace widgets {

// Rows are as a QImage of Grayscale8, Grayscale16, RGB888 or RGBA8888 has them.
class RowReducer {
public:
    // Each `factor` × `factor` square becomes one pixel; what is left at the right and bottom counts as far as it goes.
    RowReducer(QSize size, int factor, QImage::Format format);
    void add(const uchar *row);  // in order, from the top
    QImage take();               // after the last row

private:
    template <class Value>
    void sum(const Value *row);
    template <class Value>
    void emitRow(Value *out) const;
    void flush();

    QSize m_size;
    int m_factor, m_channels, m_rows = 0, m_y = 0;
    bool m_deep;
    QImage m_image;
    std::vector<quint64> m_sums;
};

int channelsOf(QImage::Format format);
int bytesPerPixel(QImage::Format format);

}  // namespace widgets
