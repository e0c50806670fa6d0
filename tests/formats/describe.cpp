// What a sample says, as text.
#include "tests/formats/fixture.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tests {

namespace {

std::string labelName(core::LabelId id, const std::vector<core::Label> &labels)
{
    const auto label = std::ranges::find(labels, id, &core::Label::id);
    return label == labels.end() ? "?" : label->name;
}

void describe(std::ostream &out, const core::Geometry &geometry)
{
    const auto put = [&out](const core::Point &p) { out << ' ' << p.x << ',' << p.y; };
    out << core::kindName(geometry);
    if (const auto *box = std::get_if<core::Box>(&geometry))
        out << ' ' << box->x << ' ' << box->y << ' ' << box->w << ' ' << box->h << ' ' << box->angle;
    else if (const auto *polygon = std::get_if<core::Polygon>(&geometry))
        std::ranges::for_each(polygon->rings.front(), put);
    else if (const auto *line = std::get_if<core::Polyline>(&geometry)) {
        out << (line->dashed ? " dashed" : "");
        std::ranges::for_each(line->points, put);
    } else if (const auto *circle = std::get_if<core::Circle>(&geometry)) {
        put(circle->center);
        out << ' ' << circle->radius;
    } else if (const auto *point = std::get_if<core::Point>(&geometry)) {
        put(*point);
    } else if (const auto *mask = std::get_if<core::Mask>(&geometry)) {
        for (int y = mask->runs->top(); y < mask->runs->bottom(); ++y)
            for (const core::Span &span : mask->runs->row(y))
                out << ' ' << y << ':' << span.begin << '-' << span.end;
    } else if (const auto *span = std::get_if<core::TextSpan>(&geometry)) {
        for (const auto &[begin, end] : span->parts)
            out << ' ' << begin << '-' << end;
    } else if (const auto *time = std::get_if<core::TimeSpan>(&geometry)) {
        out << ' ' << time->begin << '-' << time->end << " of " << time->channel;
    }
}

void describe(std::ostream &out, const core::Annotation &annotation, const std::vector<core::Label> &labels,
              bool provenance)
{
    out << labelName(annotation.label, labels) << ' ';
    describe(out, annotation.geometry);
    out << " confidence " << annotation.confidence.value_or(-1) << " proposed " << annotation.proposed;
    for (const auto &[name, value] : annotation.attributes)
        out << ' ' << name << '=' << value;
    if (provenance)
        out << " by " << annotation.author << " at " << annotation.created / 1000;
}

// The order among the entities and relations of a text says nothing.
std::string describeText(const core::SampleContent &content, const std::vector<core::Label> &labels, bool provenance)
{
    std::map<core::AnnotationId, std::string> entities;
    std::vector<std::string> lines;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        std::ostringstream out;
        describe(out, *annotation, labels, provenance);
        lines.push_back(entities[annotation->id] = out.str());
    }
    for (const core::Relation &relation : content.relations) {
        lines.push_back("relation " + labelName(relation.label, labels) + " from " + entities[relation.from] + " to "
                        + entities[relation.to]);
        if (provenance)
            lines.back() += " by " + relation.author + " at " + std::to_string(relation.created / 1000);
    }
    std::ranges::sort(lines);
    std::string text = "\n  text " + content.sample.text->str();
    for (const std::string &line : lines)
        text += "\n  " + line;
    return text;
}

}  // namespace

std::string describe(const core::SampleContent &content, const std::vector<core::Label> &labels, bool provenance)
{
    std::ostringstream out;
    out.precision(17);
    const core::Sample &sample = content.sample;
    const core::WorkState work = content.work.value_or(core::WorkState());
    out << "usage " << int(sample.usage) << " property " << nlohmann::json::parse(sample.property).dump() << " state "
        << int(work.state) << " hard " << work.hard << ' ' << work.hardCoefficient.value_or(-1) << ' '
        << work.hardReasons << " note " << work.note;
    if (provenance)
        out << " id " << sample.externalId;
    if (sample.text) {
        out << describeText(content, labels, provenance);
        return out.str();
    }
    std::vector<std::string> lines;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        std::ostringstream line;
        line.precision(17);
        describe(line, *annotation, labels, provenance);
        lines.push_back(line.str());
    }
    const auto isSegment = [](const core::AnnotationPtr &a) {
        return std::holds_alternative<core::TimeSpan>(a->geometry);
    };
    if (std::ranges::any_of(content.annotations, isSegment))
        std::ranges::sort(lines);  // their order is that of time
    for (const std::string &line : lines)
        out << "\n  " << line;
    return out.str();
}

}  // namespace tests
