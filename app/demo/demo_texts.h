// The texts of the demo: reviews, news and facts, in several languages.
#pragma once
#include <span>
#include <string_view>

namespace app::demo {

// state: Labeled, to Confirm, Unlabeled, verified Empty. Unlabelled texts are marked up too: nobody is told.
struct Review {
    char state;
    int mood;  // index into reviewLabels
    std::string_view text;
};
struct News {
    char state;
    std::string_view marked;  // see marked_text.h
};
struct Fact {
    char state;
    std::string_view marked;
    std::string_view relations;  // "a 作者 b; c 位于 d"
};

inline constexpr std::string_view reviewLabels[] = {"正面", "中性", "负面"};
inline constexpr std::string_view newsLabels[] = {"人物", "地点", "机构", "时间", "产品"};
// As core/labels.h writes them.
inline constexpr std::string_view factLabels[] = {"人物",
                                                  "作品",
                                                  "机构",
                                                  "地点",
                                                  "时间",
                                                  "作者(作品>人物)",
                                                  "位于(*>地点)",
                                                  "任职于(人物>机构)",
                                                  "出生于(人物>地点)",
                                                  "成立于(机构>时间)",
                                                  "出版方(作品>机构)"};

std::span<const Review> reviews();
std::span<const News> news();
std::string_view longReport();  // marked, many lines
std::span<const Fact> facts();

}  // namespace app::demo
