// UTF-8 of core to QString and back. Core text is UTF-8 everywhere.
#pragma once
#include <QLocale>
#include <QString>
#include <filesystem>
#include <string>
#include <string_view>

namespace widgets {

inline QString toQString(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    if (utf8.starts_with("\xEF\xBB\xBF"))
        text.prepend(QChar(0xfeff));  // Qt takes it for a mark and drops it: offsets behind it would be wrong
    return text;
}

inline std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

// Overloads would be ambiguous for literals: a path has a name of its own.
inline QString pathText(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

inline std::filesystem::path toPath(const QString &text)
{
    return std::filesystem::path(text.toStdString());
}

// "12,345" as the user's language groups digits.
inline QString grouped(std::int64_t number)
{
    return QLocale().toString(qlonglong(number));
}

}  // namespace widgets
