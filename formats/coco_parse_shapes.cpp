// Boxes and segmentations of a COCO annotation, see coco.h.
#include "formats/coco_parser_impl.h"
#include "formats/decimal.h"
#include <algorithm>

namespace formats::coco {

using core::Code;
using simdjson::ondemand::json_type;

// False: refused.
bool Parser::Impl::numbers(Value &value, std::vector<double> &out)
{
    out.clear();
    look(value);
    if (value.type() != json_type::array) {
        refuse(Code::BadValue, seen(value));
        return false;
    }
    for (auto element : value.get_array()) {
        Value one = element.value();
        double parsed = 0;
        if (one.type() != json_type::number || one.get_double().get(parsed) != simdjson::SUCCESS) {
            refuse(Code::BadValue, seen(one));
            return false;
        }
        out.push_back(parsed);
    }
    return true;
}

void Parser::Impl::box(Value &value, Object &out)
{
    if (value.type() == json_type::null)
        return;
    std::vector<double> four;
    const bool isEmpty = value.type() == json_type::array && numbers(value, four) && four.empty();
    if (refused || isEmpty)
        return;
    if (value.type() != json_type::array)
        return refuse(Code::BadValue, seen(value));
    if (four.size() != 4)
        return refuse(Code::BadValue, std::to_string(four.size()) + " numbers");
    if (four[2] < 0 || four[3] < 0)
        return refuse(Code::BadValue, numberText(four[2]) + " x " + numberText(four[3]));
    out.box = core::Box{four[0], four[1], four[2], four[3], 0};
}

void Parser::Impl::segmentation(Value &value, Object &out)
{
    switch (value.type()) {
    case json_type::null: return;
    case json_type::object: return rle(value, out);
    case json_type::array: break;
    case json_type::number:
    case json_type::string:
    case json_type::boolean: return refuse(Code::BadValue, seen(value));
    }
    int index = 0;
    for (auto element : value.get_array()) {
        Value one = element.value();
        path = "segmentation[" + std::to_string(index++) + ']';
        ring(one, out);
        if (refused)
            return;
    }
}

void Parser::Impl::ring(Value &value, Object &out)
{
    std::vector<double> flat;
    if (!numbers(value, flat))
        return;
    if (flat.size() % 2 != 0 || flat.size() < 6)
        return refuse(Code::BadValue, std::to_string(flat.size()) + " numbers");
    core::Ring points;
    for (std::size_t i = 0; i + 1 < flat.size(); i += 2)
        points.push_back({flat[i], flat[i + 1]});
    if (points.size() > 3 && points.front() == points.back())
        points.pop_back();
    out.rings.push_back(std::move(points));
}

void Parser::Impl::rle(Value &value, Object &out)
{
    Rle read;
    bool hasSize = false, hasCounts = false;
    for (simdjson::ondemand::field field : value.get_object()) {
        const std::string_view name = field.unescaped_key();
        Value member = field.value();
        path = "segmentation." + std::string(name);
        std::vector<double> list;
        if (name == "size") {
            if (!numbers(member, list))
                return;
            const auto isSide = [](double side) { return side >= 0 && side <= 1e6 && side == int(side); };
            if (list.size() != 2 || !std::ranges::all_of(list, isSide))
                return refuse(Code::BadValue, list.size() == 2 ? numberText(list[0]) + ", " + numberText(list[1])
                                                               : std::to_string(list.size()) + " numbers");
            read.height = int(list[0]);
            read.width = int(list[1]);
            hasSize = true;
        } else if (name == "counts" && member.type() == json_type::string) {
            read.text = text(member);
            hasCounts = true;
        } else if (name == "counts") {
            if (!numbers(member, list))
                return;
            for (const double count : list) {
                if (count < 0 || count > 4e9 || count != double(std::uint32_t(count)))
                    return refuse(Code::BadValue, numberText(count));
                read.counts.push_back(std::uint32_t(count));
            }
            hasCounts = true;
        }
    }
    path = !hasSize ? "segmentation.size" : "segmentation.counts";
    if (!hasSize || !hasCounts)
        return refuse(Code::MissingField, {});
    out.rle = std::move(read);
}

}  // namespace formats::coco
