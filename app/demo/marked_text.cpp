#include "app/demo/marked_text.h"
#include <cassert>

namespace app::demo {

namespace {

class Parser {
public:
    explicit Parser(std::string_view marked) : m_rest(marked) {}

    MarkedText parse() &&
    {
        while (!m_rest.empty())
            step();
        assert(m_open.empty());
        return std::move(m_out);
    }

private:
    void step()
    {
        const char c = m_rest.front();
        if (c == '{') {
            const bool named = m_rest.size() > 2 && m_rest[2] == '=';
            m_open.push_back(m_out.spans.size());
            m_out.spans.push_back({m_points, 0, "", named ? m_rest[1] : '\0'});
            m_rest.remove_prefix(named ? 3 : 1);
        } else if (c == '|' && !m_open.empty()) {
            const std::size_t end = m_rest.find('}');
            MarkedSpan &span = m_out.spans[m_open.back()];
            span.end = m_points;
            span.label = m_rest.substr(1, end - 1);
            m_open.pop_back();
            m_rest.remove_prefix(end + 1);
        } else {
            m_points += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
            m_out.text += c;
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    std::int64_t m_points = 0;
    std::vector<std::size_t> m_open;
    MarkedText m_out;
};

}  // namespace

MarkedText parseMarked(std::string_view marked)
{
    return Parser(marked).parse();
}

}  // namespace app::demo
