#include "formats/voc_annotations.h"
#include "formats/decimal.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using namespace formats;

class VocXmlTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryValueOfAFile();
    void readsAllSevenPositions();
    void refusesABadObjectWithItsPlaceAndReadsTheRest_data();
    void refusesABadObjectWithItsPlaceAndReadsTheRest();
    void refusesABadFileWithItsPlace_data();
    void refusesABadFileWithItsPlace();
    void absentOptionalElementsAreFine();
    void whatIsWrittenReadsBackEqual();
    void unknownElementsSurvive();
    void anyBoxKeepsItsVeryDoubles();
    void annotationsComeBackAsTheyWere();
    void saysWhatItCannotHold();
    void stopsWhenTold();
};

namespace {

struct XmlRead {
    std::optional<VocFile> file;
    std::optional<Error> error;
    std::vector<Issue> issues;
};

XmlRead readXml(const std::string &xml)
{
    XmlRead out;
    const IssueReport report = [&](Issue issue) { return out.issues.push_back(std::move(issue)), true; };
    auto result = readVoc(xml, "a.xml", report);
    if (result)
        out.file = std::move(*result);
    else
        out.error = result.error();
    return out;
}

std::string withObject(const std::string &inside)
{
    return "<annotation>\n<object>\n" + inside
           + "\n</object>\n<object><name>good</name><point><x>1</x><y>2</y></point></object>\n</annotation>\n";
}

const std::string Full = R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<annotation>
  <folder>Images</folder><filename>7.jpg</filename>
  <source><database>Unknown</database><annotation>ours</annotation></source>
  <size><width>640</width><height>480</height><depth>3</depth></size>
  <segmented>0</segmented>
  <object>
    <name>汽车</name><pose>Left</pose><truncated>1</truncated><occluded>0</occluded><difficult>1</difficult>
    <difficult-coefficient>0.8</difficult-coefficient><confidence>0.91</confidence>
    <properties>
      <color>red</color>
      <property><key>车型</key><value>SUV</value></property>
    </properties>
    <bndbox><xmin>10</xmin><ymin>47.00</ymin><xmax>110</xmax><ymax>90.5</ymax></bndbox>
    <part><name>wheel</name><confidence>0.8</confidence>
      <bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></part>
  </object>
</annotation>)";

}  // namespace

void VocXmlTest::readsEveryValueOfAFile()
{
    const auto out = readXml(Full);
    QVERIFY(out.file);
    QVERIFY(out.issues.empty());
    const VocFile &file = *out.file;
    QCOMPARE(file.folder, "Images");
    QCOMPARE(file.filename, "7.jpg");
    QCOMPARE(file.source, (Attributes{{"annotation", "ours"}, {"database", "Unknown"}}));
    QCOMPARE(std::tuple(file.width, file.height, file.depth), std::tuple(640, 480, 3));
    QVERIFY(!file.segmented);
    QCOMPARE(file.objects.size(), 1u);
    const VocObject &car = file.objects[0];
    QCOMPARE(car.name, "汽车");
    QCOMPARE(car.pose, "Left");
    QVERIFY(car.truncated && !car.occluded && car.difficult);
    QCOMPARE(car.hardCoefficient, 0.8);
    QCOMPARE(car.confidence, 0.91);
    QCOMPARE(car.attributes, (Attributes{{"color", "red"}, {"车型", "SUV"}}));
    QVERIFY(car.geometry == Geometry(Box{10, 47, 100, 43.5, 0}));
    QCOMPARE(car.parts.size(), 1u);
    QCOMPARE(car.parts[0].name, "wheel");
    QVERIFY(car.parts[0].geometry == Geometry(Box{1, 2, 2, 2, 0}));
}

void VocXmlTest::readsAllSevenPositions()
{
    const std::string square = "<x1>0</x1><y1>0</y1><x2>4</x2><y2>0</y2><x3>4</x3><y3>4</y3>";
    const Ring ring{{0, 0}, {4, 0}, {4, 4}};
    const std::vector<std::pair<std::string, Geometry>> cases{
        {"<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>4</xmax><ymax>6</ymax></bndbox>", Box{1, 2, 3, 4, 0}},
        {"<polygon>" + square + "</polygon>", Polygon{{ring}}},
        {"<polygon>" + square + "<x4>0</x4><y4>0</y4></polygon>", Polygon{{ring}}},
        {"<circle><cx>5</cx><cy>6</cy><r>2.5</r></circle>", Circle{{5, 6}, 2.5}},
        {"<line><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></line>", Polyline{{{1, 2}, {3, 4}}, false}},
        {"<dashed><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></dashed>", Polyline{{{1, 2}, {3, 4}}, true}},
        {"<point><x>1</x><y>2</y></point>", Point{1, 2}},
        {"<point><x1>1</x1><y1>2</y1></point>", Point{1, 2}},
        {"<polyline>" + square + "</polyline>", Polyline{ring, false}},
    };
    for (const auto &[xml, geometry] : cases) {
        const auto out = readXml(withObject("<name>a</name>" + xml));
        QVERIFY2(out.file && out.issues.empty() && out.file->objects.size() == 2, xml.c_str());
        QVERIFY2(out.file->objects[0].geometry == geometry, xml.c_str());
    }
}

void VocXmlTest::refusesABadObjectWithItsPlaceAndReadsTheRest_data()
{
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *inside, const char *expected) {
        QTest::newRow(name) << inside << QString("a.xml:%1").arg(expected);
    };
    const char *box = "<name>a</name>\n<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox>";
    row("no name", "<point><x>1</x><y>2</y></point>", "2:1: object[0].name: missing-field");
    row("empty name", "<name> </name>\n<point><x>1</x><y>2</y></point>", "3:1: object[0].name: missing-field: empty");
    row("empty pose", "<name>a</name><pose></pose>", "3:15: object[0].pose: missing-field: empty");
    row("flag", "<name>a</name>\n <truncated>2</truncated>", "4:2: object[0].truncated: bad-value: 2");
    row("share", "<confidence>1.5</confidence>", "3:1: object[0].confidence: bad-value: 1.5");
    row("twice", "<name>a</name>\n<name>b</name>", "4:1: object[0].name: bad-value: twice");
    row("empty", "", "2:1: object[0]: missing-field: empty");
    row("no position", "<name>a</name>", "2:1: object[0].bndbox: missing-field: no position");
    row("two positions", (std::string(box) + "\n<point><x>1</x><y>2</y></point>").c_str(),
        "5:1: object[0].point: bad-value: second position");
    row("empty position", "<name>a</name>\n<bndbox/>", "4:1: object[0].bndbox: missing-field: empty");
    row("no corner", "<name>a</name>\n<bndbox><xmin>1</xmin></bndbox>", "4:1: object[0].bndbox.ymin: missing-field");
    row("not a number", "<name>a</name>\n<circle><cx>1</cx><cy>x7</cy><r>1</r></circle>",
        "4:19: object[0].circle.cy: bad-value: x7");
    row("not finite", "<name>a</name>\n<point><x>nan</x><y>2</y></point>", "4:8: object[0].point.x: bad-value: nan");
    row("min above max", "<name>a</name>\n<bndbox><xmin>9</xmin><ymin>2</ymin>\n<xmax>3</xmax><ymax>4</ymax></bndbox>",
        "5:1: object[0].bndbox.xmax: bad-value: 3 < xmin");
    row("negative radius", "<name>a</name>\n<circle><cx>1</cx><cy>1</cy><r>-1</r></circle>",
        "4:29: object[0].circle.r: bad-value: -1");
    row("two corners", "<name>a</name>\n<polygon><x1>1</x1><y1>1</y1><x2>1</x2><y2>1</y2></polygon>",
        "4:1: object[0].polygon: bad-value: 2 points");
    row("gap", "<name>a</name>\n<polygon><x1>1</x1><y1>1</y1><x3>1</x3><y3>1</y3></polygon>",
        "4:1: object[0].polygon.x2: missing-field");
    row("far vertex", "<name>a</name>\n<polygon><x1>1</x1><y1>1</y1><x900000>1</x900000></polygon>",
        "4:30: object[0].polygon.x900000: bad-value: out of sequence");
    row("long line", "<name>a</name>\n<line><x1>1</x1><y1>1</y1><x2>1</x2><y2>1</y2><x3>1</x3><y3>1</y3></line>",
        "4:1: object[0].line: bad-value: 3 points");
    row("empty value", "<name>a</name>\n<properties><color/></properties>",
        "4:13: object[0].properties.color: missing-field: empty");
    row("no key", "<name>a</name>\n<properties><property><value>1</value></property></properties>",
        "4:13: object[0].properties.property[0].key: missing-field: empty");
    row("reserved key",
        "<name>a</name>\n<properties><property><key>@parts</key><value>1</value></property></properties>",
        "4:13: object[0].properties.property[0].key: bad-value: @parts");
    row("bad part", (std::string(box) + "\n<part><name>b</name></part>").c_str(),
        "5:1: object[0].part[0].bndbox: missing-field: no position");
}

void VocXmlTest::refusesABadObjectWithItsPlaceAndReadsTheRest()
{
    QFETCH(QString, inside);
    QFETCH(QString, expected);
    const auto out = readXml(withObject(inside.toStdString()));
    QVERIFY(out.file);
    QCOMPARE(out.issues.size(), 1u);
    QCOMPARE(QString::fromStdString(describe(out.issues[0].error)), expected);
    QCOMPARE(out.file->objects.size(), 1u);
    QCOMPARE(out.file->objects[0].name, "good");
}

void VocXmlTest::refusesABadFileWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &xml, const char *expected) {
        QTest::newRow(name) << xml << QString("a.xml%1").arg(expected);
    };
    row("no bytes", "", ":1:1: corrupt: No document element found");
    row("cut", "<annotation>\n<object>", ":2:8: corrupt: Start-end tags mismatch");
    row("another root", "<?xml version=\"1.0\"?>\n<html/>", ":2:1: annotation: bad-value: html");
    row("NUL", QByteArray("<annotation>\n<a>\0</a></annotation>", 34), ":2:4: corrupt: NUL");
    row("not UTF-8", "<annotation>\n<folder>\xB0\xA1</folder></annotation>", ":2:9: corrupt: not UTF-8");
    row("empty folder", "<annotation><folder/></annotation>", ":1:13: folder: missing-field: empty");
    row("empty width", "<annotation>\n<size><width></width></size></annotation>",
        ":2:7: size.width: missing-field: empty");
    row("width", "<annotation>\n<size><width>wide</width></size></annotation>", ":2:7: size.width: bad-value: wide");
    row("segmented", "<annotation><segmented>5</segmented></annotation>", ":1:13: segmented: bad-value: 5");
    row("entities", "<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<annotation/>",
        ":1:1: DOCTYPE: unsupported: a [<!ENTITY b \"bb\">]");
}

void VocXmlTest::refusesABadFileWithItsPlace()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, expected);
    const auto out = readXml(xml.toStdString());
    QVERIFY(out.error);
    QCOMPARE(QString::fromStdString(describe(*out.error)), expected);
    QVERIFY(out.issues.empty());
}

void VocXmlTest::absentOptionalElementsAreFine()
{
    const auto out = readXml("\xEF\xBB\xBF<annotation><source><database/></source></annotation>");
    QVERIFY(out.file);
    QVERIFY(out.issues.empty());
    QVERIFY(out.file->objects.empty());
    QVERIFY(readXml("<annotation></annotation>").file);
}

void VocXmlTest::whatIsWrittenReadsBackEqual()
{
    auto out = readXml(Full);
    QVERIFY(out.file);
    out.file->objects[0].maskColor = 0x3399ff;
    out.file->maskSource = "s3://b/m.png";
    for (const bool segmented : {false, true}) {
        out.file->segmented = segmented;
        out.file->objects[0].parts[0].geometry = Polygon{{{{0.1, 0}, {4, 0.3}, {4, 4}}}};
        const auto again = readXml(writeVoc(*out.file));
        QVERIFY(again.issues.empty());
        QVERIFY(again.file == out.file);
    }
}

void VocXmlTest::unknownElementsSurvive()
{
    const auto xml = withObject("<name>a</name><point><x>1</x><y>2</y></point><track>7</track><f a=\"1\"><g/></f>"
                                "<n>1</n><n>&lt;b&gt;</n>");
    auto out = readXml("<annotation><path>/x/ü</path>" + xml.substr(12));
    QVERIFY(out.file);
    QCOMPARE(out.file->unknown, (Attributes{{"path", "/x/ü"}}));
    QCOMPARE(out.file->objects[0].unknown,
             (Attributes{{"f", "<f a=\"1\"><g/></f>"}, {"n", "<n>1</n><n>&lt;b&gt;</n>"}, {"track", "7"}}));
    const auto again = readXml(writeVoc(*out.file));
    QVERIFY2(again.file, again.error ? describe(*again.error).c_str() : "");
    QVERIFY(again.issues.empty());
    QCOMPARE(again.file->objects[0].unknown, out.file->objects[0].unknown);
    QCOMPARE(again.file->objects, out.file->objects);
    QCOMPARE(again.file->unknown, out.file->unknown);
}

void VocXmlTest::anyBoxKeepsItsVeryDoubles()
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> anywhere(0, 20000), small(0, 1);
    VocFile file;
    file.filename = "a";
    for (int i = 0; i < 2000; ++i) {
        const Box box{anywhere(random), small(random), small(random) * small(random), anywhere(random), 0};
        file.objects.push_back({});
        file.objects.back().name = "a";
        file.objects.back().geometry = i % 2 ? Geometry(box) : Geometry(Circle{{box.x, box.y}, box.w});
    }
    const auto again = readXml(writeVoc(file));
    QVERIFY(again.file);
    for (std::size_t i = 0; i < file.objects.size(); ++i)
        QVERIFY(again.file->objects[i].geometry == file.objects[i].geometry);
    QCOMPARE(numberText(47), "47");
    QCOMPARE(numberText(0.1), "0.1");
    QCOMPARE(toText(*difference(*parseDecimal("20.30"), *parseDecimal("1.01e1"))), "10.2");
}

void VocXmlTest::annotationsComeBackAsTheyWere()
{
    const auto out =
        readXml(withObject("<name>a</name><pose>Left</pose><occluded>1</occluded><f a=\"1\"/>"
                           "<hard-coefficient>0.25</hard-coefficient><confidence>0.5</confidence>"
                           "<properties><c>d</c></properties>"
                           "<polygon><x1>0</x1><y1>0</y1><x2>4</x2><y2>0</y2><x3>4</x3><y3>4</y3></polygon>"
                           "<part><name>p</name><circle><cx>1</cx><cy>2</cy><r>3</r></circle></part>"));
    QVERIFY(out.file);
    const auto record = toRecord(out.file->objects[0]);
    QCOMPARE(record.label, "a");
    QCOMPARE(*valueOf(record.attributes, "@hard-coefficient"), "0.25");
    QCOMPARE(*valueOf(record.attributes, "@x:f"), "\"<f a=\\\"1\\\"/>\"");
    QVERIFY(valueOf(record.attributes, "@parts"));
    Annotation annotation;
    annotation.label = {3};
    annotation.geometry = record.geometry;
    annotation.attributes = record.attributes;
    annotation.confidence = record.confidence;
    const auto object = toObject(annotation, {{{3}, "a"}});
    QVERIFY(object && *object == out.file->objects[0]);
}

void VocXmlTest::saysWhatItCannotHold()
{
    const auto losses = [](Geometry geometry, Attributes attributes = {}) {
        auto annotation = std::make_shared<Annotation>();
        annotation->label = {1};
        annotation->geometry = std::move(geometry);
        annotation->attributes = std::move(attributes);
        SampleContent content;
        content.annotations.push_back(annotation);
        return vocLosses(content);
    };
    using Words = std::vector<std::string>;
    const Ring ring{{0, 0}, {4, 0}, {4, 4}};
    QCOMPARE(losses(Box{1, 2, 3, 4, 0}, {{"@truncated", "1"}, {"color", "red"}}), Words{});
    QCOMPARE(losses(Box{1, 2, 3, 4, 30}), Words{"rotation"});
    QCOMPARE(losses(Polygon{{ring, ring}}), Words{"holes"});
    QCOMPARE(losses(Polyline{ring, true}), Words{"dashed"});
    QCOMPARE(losses(WholeSample{}), Words{"shape"});
    QCOMPARE(losses(Point{}, {{"color", ""}}), Words{"attributes"});
}

void VocXmlTest::stopsWhenTold()
{
    const IssueReport stop = [](Issue) { return false; };
    const auto out = readVoc(withObject("<name>a</name>"), "a.xml", stop);
    QVERIFY(!out);
    QCOMPARE(out.error().code, Code::Cancelled);
}

REGISTER_TEST(VocXmlTest);
#include "voc_xml_test.moc"
