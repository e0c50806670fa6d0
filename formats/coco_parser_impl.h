// The inside of coco::Parser, for its two files.
#pragma once
#include "formats/coco.h"

namespace formats::coco {

struct Parser::Impl : JsonLine {
    simdjson::ondemand::parser quick;

    template <class Read, class Check>
    bool element(const JsonElement &from, std::vector<Issue> &issues, Read read, Check check);
    std::optional<std::string> id(Value &value);
    std::string text(Value &value) { return std::string(scalar(value).value_or("")); }
    std::optional<double> number(Value &value);
    std::optional<int> side(Value &value);
    bool numbers(Value &value, std::vector<double> &out);
    void require(bool there, const char *key);
    void kept(core::Label &label, std::string_view name, Value &value);
    void ofImage(std::string_view name, Value value, Image &out, std::string &property);
    void ofSample(std::string_view name, Value &value, Image &out, std::string &property);
    void ofCategory(std::string_view name, Value value, Category &out);
    void ofAnnotation(std::string_view name, Value value, Object &out);
    void attributes(Value &value, Object &out);
    void box(Value &value, Object &out);
    void segmentation(Value &value, Object &out);
    void ring(Value &value, Object &out);
    void rle(Value &value, Object &out);
    void crowd(Value &value, Object &out);
};

}  // namespace formats::coco
