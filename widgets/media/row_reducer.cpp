#include "widgets/media/row_reducer.h"
#include <algorithm>

namespace widgets {

int channelsOf(QImage::Format format)
{
    return format == QImage::Format_RGB888 ? 3 : format == QImage::Format_RGBA8888 ? 4 : 1;
}

int bytesPerPixel(QImage::Format format)
{
    return format == QImage::Format_Grayscale16 ? 2 : channelsOf(format);
}

RowReducer::RowReducer(QSize size, int factor, QImage::Format format)
    : m_size(size),
      m_factor(std::max(1, factor)),
      m_channels(channelsOf(format)),
      m_deep(format == QImage::Format_Grayscale16),
      m_image((size.width() + m_factor - 1) / m_factor, (size.height() + m_factor - 1) / m_factor, format),
      m_sums(static_cast<std::size_t>(m_image.width()) * static_cast<std::size_t>(m_channels))
{
}

template <class Value>
void RowReducer::sum(const Value *row)
{
    quint64 *out = m_sums.data();
    for (int x = 0; x < m_size.width(); x += m_factor, out += m_channels) {
        const int end = std::min(x + m_factor, m_size.width());
        for (int i = x; i < end; ++i)
            for (int c = 0; c < m_channels; ++c)
                out[c] += *row++;
    }
}

template <class Value>
void RowReducer::emitRow(Value *out) const
{
    for (int x = 0; x < m_image.width(); ++x) {
        const int columns = std::min(m_factor, m_size.width() - x * m_factor);
        const quint64 count = static_cast<quint64>(columns) * static_cast<quint64>(m_rows);
        for (int c = 0; c < m_channels; ++c, ++out)
            *out = static_cast<Value>((m_sums[static_cast<std::size_t>(x * m_channels + c)] + count / 2) / count);
    }
}

void RowReducer::flush()
{
    if (m_rows == 0 || m_y >= m_image.height())
        return;
    if (m_deep)
        emitRow(reinterpret_cast<quint16 *>(m_image.scanLine(m_y)));
    else
        emitRow(m_image.scanLine(m_y));
    std::ranges::fill(m_sums, 0);
    m_rows = 0;
    ++m_y;
}

void RowReducer::add(const uchar *row)
{
    if (m_deep)
        sum(reinterpret_cast<const quint16 *>(row));
    else
        sum(row);
    if (++m_rows == m_factor)
        flush();
}

QImage RowReducer::take()
{
    flush();
    return std::move(m_image);
}

}  // namespace widgets
