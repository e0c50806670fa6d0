#include "widgets/sample_words.h"
#include "core/media_location.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t mostBytes = 4096;  // of a text, looked at for its beginning
constexpr qsizetype longestLine = 240;

// Unicode has pictures of the C0 controls.
QString sign(char16_t c)
{
    if (c < 0x20)
        return QChar(char16_t(0x2400 + c));
    return c == 0x7f ? QString(QChar(0x2421)) : QStringLiteral("‹%1›").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

bool isUnseen(char16_t c)
{
    const bool turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || turns;
}

bool isContent(std::string_view uri)
{
    return uri.starts_with("content:");
}

// Neither in the middle of a character of UTF-8 nor between the halves of a surrogate pair.
QString head(std::string_view text)
{
    std::size_t end = std::min(text.size(), mostBytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return toQString(text.substr(0, end));
}

QString cut(const QString &text, qsizetype most)
{
    const bool splits = most > 0 && most < text.size() && text[most - 1].isHighSurrogate();
    return text.left(splits ? most - 1 : most);
}

QStringList linesOf(std::string_view text, qsizetype most)
{
    static const QRegularExpression breaks("\\r\\n|\\n|\\r");
    QStringList lines;
    qsizetype taken = 0;
    for (const QString &line : head(text).split(breaks)) {
        const QString shown = visible(cut(line.trimmed(), most - taken));
        if (!shown.isEmpty())
            lines.push_back(shown);
        taken += shown.size();
        if (taken >= most)
            break;
    }
    return lines;
}

}  // namespace

QString visible(const QString &text)
{
    const auto unseen = [](QChar c) { return isUnseen(c.unicode()); };
    if (std::ranges::none_of(text, unseen))
        return text;
    QString shown;
    for (const QChar c : text)
        shown += unseen(c) ? sign(c.unicode()) : QString(c);
    return shown;
}

QString firstLine(std::string_view text)
{
    return linesOf(text, longestLine).value(0);
}

QString excerpt(std::string_view text, qsizetype most)
{
    return linesOf(text, most).join(QLatin1Char('\n'));
}

QString abridged(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : cut(text, most - 1) + QStringLiteral("…");
}

QString lengthText(const core::MediaInfo &media)
{
    if (media.rate <= 0 || media.length <= 0)
        return {};
    const qint64 tenths = qRound64(double(media.length) / media.rate * 10), seconds = tenths / 10;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds >= 3600)
        return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(two(seconds % 60))
           + (seconds < 60 ? QStringLiteral(".%1").arg(tenths % 10) : QString());
}

QString soundText(const core::MediaInfo &media)
{
    if (media.rate <= 0)
        return {};
    const QString rate = QCoreApplication::translate("SampleWords", "%1 kHz").arg(media.rate / 1000, 0, 'g', 5);
    const QString channels = media.channels == 1   ? QCoreApplication::translate("SampleWords", "mono")
                             : media.channels == 2 ? QCoreApplication::translate("SampleWords", "stereo")
                             : media.channels > 2
                                 ? QCoreApplication::translate("SampleWords", "%1 channels").arg(media.channels)
                                 : QString();
    return channels.isEmpty() ? rate : QStringLiteral("%1, %2").arg(rate, channels);
}

QString sampleName(const core::Sample &sample)
{
    if (sample.text && isContent(sample.uri))
        if (const QString line = firstLine(*sample.text); !line.isEmpty())
            return line;
    return toQString(core::fileName(sample.uri));
}

QString sampleOrigin(const core::Sample &sample)
{
    if (!sample.text)
        return {};
    if (!isContent(sample.uri))
        return visible(toQString(core::fileName(sample.uri)));
    const QString id = toQString(sample.externalId);
    // 32 digits for the file or for what the text says, and of a file's lines the number.
    static const QRegularExpression made("^([0-9a-f]{8})[0-9a-f]{24}(?:\\.0*([1-9][0-9]*))?$");
    const auto match = made.match(id);
    if (!match.hasMatch())
        return visible(id);
    return match.captured(2).isEmpty() ? match.captured(1)
                                       : QCoreApplication::translate("SampleWords", "Line %1").arg(match.captured(2));
}

}  // namespace widgets
