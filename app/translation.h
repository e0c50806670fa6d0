// The language the window speaks: our texts and Qt's own, switched at run time.
#pragma once
#include "app/settings.h"
#include <QTranslator>

namespace app {

class Translation {
public:
    ~Translation();
    void speak(Language language);  // every widget gets QEvent::LanguageChange; also sets the default QLocale

private:
    QTranslator m_own, m_qt;
};

Language spokenBySystem();

}  // namespace app
