<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>app::DraftsDialog</name>
    <message numerus="yes">
        <source>Draft %Ln entity(ies)</source>
        <translation>
            <numerusform>Draft %Ln entity</numerusform>
            <numerusform>Draft %Ln entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message numerus="yes">
        <source>%1: in %Ln sample(s), for example %2</source>
        <translation>
            <numerusform>%1: in %Ln sample, for example %2</numerusform>
            <numerusform>%1: in %Ln samples, for example %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln sample(s) selected in the grid</source>
        <translation>
            <numerusform>The %Ln sample selected in the grid</numerusform>
            <numerusform>The %Ln samples selected in the grid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Labelling</name>
    <message numerus="yes">
        <source>%Ln sample(s) without labels left as they are. Use “Nothing here” for those that hold nothing.</source>
        <translation>
            <numerusform>%Ln sample without labels left as they are. Use “Nothing here” for those that hold nothing.</numerusform>
            <numerusform>%Ln samples without labels left as they are. Use “Nothing here” for those that hold nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MarkSameDialog</name>
    <message numerus="yes">
        <source>Mark %Ln place(s)</source>
        <translation>
            <numerusform>Mark %Ln place</numerusform>
            <numerusform>Mark %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ObjectActs</name>
    <message numerus="yes">
        <source>%Ln object(s) copied</source>
        <translation>
            <numerusform>%Ln object copied</numerusform>
            <numerusform>%Ln objects copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) copied</source>
        <translation>
            <numerusform>%Ln text copied</numerusform>
            <numerusform>%Ln texts copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProjectActs</name>
    <message numerus="yes">
        <source>%1 (%Ln row(s))</source>
        <translation>
            <numerusform>%1 (%Ln row)</numerusform>
            <numerusform>%1 (%Ln rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SilencesDialog</name>
    <message numerus="yes">
        <source>%Ln segment(s), %1 in all</source>
        <translation>
            <numerusform>%Ln segment, %1 in all</numerusform>
            <numerusform>%Ln segments, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::EntityEditor</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations</source>
        <translation>
            <numerusform>%Ln relation</numerusform>
            <numerusform>%Ln relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FindBar</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::GeometryFields</name>
    <message numerus="yes">
        <source>%1, %n points</source>
        <translation>
            <numerusform>%1, %n point</numerusform>
            <numerusform>%1, %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HistoryModel</name>
    <message numerus="yes">
        <source>%1, %2, %n changes</source>
        <translation>
            <numerusform>%1, %2, %n change</numerusform>
            <numerusform>%1, %2, %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ImageEditor</name>
    <message numerus="yes">
        <source>%n labels hidden</source>
        <translation>
            <numerusform>%n label hidden</numerusform>
            <numerusform>%n labels hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::IssueList</name>
    <message numerus="yes">
        <source>%n issues, the first %1 are listed.</source>
        <translation>
            <numerusform>%n issue, the first %1 are listed.</numerusform>
            <numerusform>%n issues, the first %1 are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::JobsButton</name>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation>
            <numerusform>%1, %n more</numerusform>
            <numerusform>%1, %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LabelModel</name>
    <message numerus="yes">
        <source>%1, key %2, %n annotations</source>
        <translation>
            <numerusform>%1, key %2, %n annotation</numerusform>
            <numerusform>%1, key %2, %n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MergeLabelDialog</name>
    <message numerus="yes">
        <source>All annotations of “%1” get another label, then “%1” is deleted: %n annotations.</source>
        <translation>
            <numerusform>All annotations of “%1” get another label, then “%1” is deleted: %n annotation.</numerusform>
            <numerusform>All annotations of “%1” get another label, then “%1” is deleted: %n annotations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All relations of “%1” get another label that allows their ends, then “%1” is deleted: %n relations.</source>
        <translation>
            <numerusform>All relations of “%1” get another label that allows their ends, then “%1” is deleted: %n relation.</numerusform>
            <numerusform>All relations of “%1” get another label that allows their ends, then “%1” is deleted: %n relations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ObjectPanel</name>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::RelationPanel</name>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SampleGrid</name>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SegmentEditor</name>
    <message numerus="yes">
        <source>%Ln segment(s)</source>
        <translation>
            <numerusform>%Ln segment</numerusform>
            <numerusform>%Ln segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) copied as text</source>
        <translation>
            <numerusform>%Ln segment copied as text</numerusform>
            <numerusform>%Ln segments copied as text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TextClassificationEditor</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
</TS>
