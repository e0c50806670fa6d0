#include "app/demo/demo_texts.h"

namespace app::demo {

std::span<const Fact> facts()
{
    static constexpr Fact all[] = {
        {'L', "《{a=雾港来信|作品}》是{b=沈一舟|人物}的第一部长篇小说，由{c=南窗出版社|机构}出版。",
         "a 作者 b; a 出版方 c"},
        {'L', "“{a=The Salt Road|作品}” was written by {b=Elena Marsh|人物}, who was born in {c=Galway|地点}.",
         "a 作者 b; b 出生于 c"},
        {'C', "{a=南窗出版社|机构}{b=1987年|时间}成立，总部在{c=苏州|地点}。", "a 成立于 b; a 位于 c"},
        {'L', "{a=沈一舟|人物}出生于{b=绍兴|地点}，毕业后一直在{c=江南大学|机构}任教。", "a 出生于 b; a 任职于 c"},
        {'U', "{a=Harbour & Sons|机构} of {b=Bristol|地点} published “{c=Nine Quiet Rooms|作品}” in {2004|时间}.",
         "a 位于 b; c 出版方 a"},
        {'L', "诗集《{a=山那边的灯|作品}》和散文《{b=慢船|作品}》都出自{c=许知秋|人物}之手📚。", "a 作者 c; b 作者 c"},
        {'L',
         "{a=Ravi Menon|人物} edits the magazine “{b=Monsoon|作品}” for {c=Kaveri House|机构} in {d=Chennai|地点}.",
         "b 作者 a; b 出版方 c; a 任职于 c; c 位于 d"},
        {'E', "本页无正文。", ""},
        {'U', "{a=北极星剧团|机构}排演的《{b=雾港来信|作品}》{c=10月3日|时间}在{d=上海|地点}首演。", ""},
        {'C',
         "{a=Ada Brandt|人物}, who works at the {b=Institute of Tides|机构} in {c=Bergen|地点}, wrote “{d=Low "
         "Water|作品}”.",
         "a 任职于 b; b 位于 c; d 作者 a"},
        {'L', "{a=江南大学|机构}位于{b=无锡|地点}，{c=许知秋|人物}是该校的驻校作家。", "a 位于 b; c 任职于 a"},
        {'L', "كتبت {a=سلمى ناصر|人物} رواية «{b=بيت الريح|作品}» وهي من مواليد {c=طنجة|地点}.",
         "b 作者 a; a 出生于 c"},
        {'U', "{a=林野|人物}翻译了{b=Elena Marsh|人物}的《{c=盐路|作品}》，译本由{d=南窗出版社|机构}印行。",
         "c 作者 b; c 出版方 d"},
        {'L',
         "The {a=Kaveri House|机构} archive was founded in {b=1921|时间} and moved to {c=Chennai|地点} in {1950|时间}.",
         "a 成立于 b; a 位于 c"},
        {'C', "《{a=慢船|作品}》的作者{b=许知秋|人物}生于{c=宁波|地点}，现居{d=无锡|地点}。",
         "a 作者 b; b 出生于 c; b 位于 d"},
        {'L',
         "{a=沈一舟|人物}、{b=许知秋|人物}和{c=林野|人物}是同学。三人{d=2003年|时间}合办了{e=慢船书店|机构}，店在{f="
         "绍兴|地点}的仓桥直街；\n"
         "书店的小刊物《{g=灯下|作品}》由{b=许知秋|人物}主编，印到第四十期才停。",
         "e 成立于 d; e 位于 f; g 出版方 e; g 作者 b"},
        {'U', "“{a=Low Water|作品}” was reviewed in three languages before it had a publisher.", ""},
        {'L', "{a=Institute of Tides|机构}（{b=潮汐研究所|机构}）{c=1974年|时间}建于{d=Bergen|地点}。",
         "a 成立于 c; a 位于 d"},
    };
    return all;
}

}  // namespace app::demo
