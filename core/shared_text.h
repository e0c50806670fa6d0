// A text as a value that costs a pointer to copy: rows carry whole documents, and contents are copied with every edit.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace core {

class SharedText {
public:
    SharedText() = default;  // empty
    SharedText(std::string text) : m_text(std::make_shared<const std::string>(std::move(text))) {}
    SharedText(const char *text) : SharedText(std::string(text)) {}

    const std::string &str() const { return m_text ? *m_text : none(); }
    operator std::string_view() const { return str(); }
    bool empty() const { return str().empty(); }
    std::size_t size() const { return str().size(); }  // bytes
    // The same memory: equal without looking. Different memory may still hold equal texts.
    bool sharesWith(const SharedText &o) const { return m_text == o.m_text; }
    bool operator==(const SharedText &o) const { return sharesWith(o) || str() == o.str(); }

private:
    static const std::string &none();
    std::shared_ptr<const std::string> m_text;
};

}  // namespace core
