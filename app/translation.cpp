#include "app/translation.h"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

Language spokenBySystem()
{
    return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translation::speak(Language language)
{
    const bool chinese = (language == Language::System ? spokenBySystem() : language) == Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (chinese && m_qt.load("qtbase_zh_CN", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English is loaded too: it has the plural forms.
    if (m_own.load(chinese ? ":/translations/labelwright_zh_CN.qm" : ":/translations/labelwright_en.qm"))
        QCoreApplication::installTranslator(&m_own);
}

}  // namespace app
