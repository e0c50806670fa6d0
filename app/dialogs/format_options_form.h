// The options a format asks for, as a form made from its OptionSpecs.
#pragma once
#include "formats/format.h"
#include <QWidget>

class QFormLayout;

namespace app {

class FormatOptionsForm : public QWidget {
    Q_OBJECT
public:
    enum class Direction { Reading, Writing };
    explicit FormatOptionsForm(Direction direction, QWidget *parent = nullptr);

    void setFormat(const formats::Format *format, core::JobKind kind,
                   const formats::Options &values);  // null: no options
    formats::Options options() const;                // only what differs from the default
    bool isEmpty() const;

signals:
    void changed();

private:
    Direction m_direction;
    QFormLayout *m_form;
    struct Field {
        formats::OptionSpec spec;
        QWidget *widget;
    };
    std::vector<Field> m_fields;
};

}  // namespace app
