// The segments of a sound as rows of a table, in time. Reads from the marks; what is typed comes out as acts.
#pragma once
#include "widgets/audio/segment_marks.h"
#include <QAbstractTableModel>

namespace widgets {

class SegmentModel : public QAbstractTableModel {
    Q_OBJECT
public:
    // Classes of labels stand between Speaker and Content, in the order of the job.
    enum class Field { Number, Begin, End, Duration, Label, Speaker, Class, Content };

    explicit SegmentModel(const SegmentMarks &marks, QObject *parent = nullptr);

    void refresh();  // the marks have another content
    Field fieldOf(int column) const;
    int columnOf(Field field) const;                       // the first; -1: the job has none
    const core::AttributeSpec *classOf(int column) const;  // null: no class
    core::AnnotationId idAt(int row) const;                // 0: no such row
    int rowOf(core::AnnotationId id) const;                // -1: not here
    const core::Annotation *at(int row) const;
    const SegmentMarks &marks() const { return m_marks; }
    QStringList speakers() const;  // used in this sound, sorted
    // Why a typed time is none; empty: it is one.
    QString complaint(int column, const QString &text) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    void retranslate();

signals:
    void acted(const core::SegmentAct &act);
    void told(const QString &note);

private:
    QString textOf(const core::Annotation &segment, int column) const;
    QString editTextOf(const core::Annotation &segment, int column) const;
    QString tipOf(const core::Annotation &segment, int column) const;
    QString valueName(int column) const;
    std::int64_t rate() const;
    void setTime(const core::Annotation &segment, Field field, const QString &text);

    const SegmentMarks &m_marks;
    core::JobId m_job;
    std::string m_options;
    bool m_hasContent = false;
    std::vector<core::AttributeSpec> m_classes;
    core::SampleId m_sample;
    std::vector<core::AnnotationPtr> m_rows;
};

}  // namespace widgets
