#include "app/demo/demo_texts.h"

namespace app::demo {

std::span<const Review> reviews()
{
    static constexpr Review all[] = {
        {'L', 0, "物流很快，第二天就到了，包装也很结实，手感比图片上还好，推荐👍"},
        {'L', 2, "用了三天就充不进电，客服让我自己寄回去，运费还要我出，太失望了。"},
        {'C', 1, "一般般吧，对得起这个价钱，没有惊喜也没有惊吓。"},
        {'L', 0, "The battery easily lasts two days, and the screen is bright enough to read outdoors."},
        {'U', 2, "Stopped working after the first rain. So much for \"waterproof\"."},
        {'L', 0, "老人家自己就会用，字大，声音也大，孩子们都放心了。第二次回购。"},
        {'L', 1, "颜色和页面有一点色差，不过能接受；尺码正常，按平时的买就行。"},
        {'C', 2, "第三次来这家店，服务一次不如一次，等了四十分钟菜才上齐，汤还是凉的。"},
        {'L', 2, "差评！说好的赠品没有，问了两次都不回。"},
        {'U', 0, "Great value. I bought one for my sister as well, and she has not stopped talking about it. 🎉🎉"},
        {'L', 0, "الخدمة ممتازة والتوصيل أسرع مما توقعت، شكرا لكم!"},
        {'L', 1, "It does what it says. The manual is thin, the cable is short, the colour is fine."},
        {'U', 1, "先收着，还没用，用过再来追评。"},
        {'L', 0,
         "先说结论：值得买。\n\n这台净水器我用了整整一个月才来写评价。安装师傅很准时，先试水压再打孔，走的时候把地也擦"
         "干净了。\n"
         "出水量比旧的那台大，接一壶水不到二十秒；噪音嘛，夜里有一点，关上厨房门就听不见。\n"
         "滤芯提醒做得细，手机上能看到还剩多少天。唯一的小遗憾是龙头的开关偏紧，老人拧起来费力。\n\n"
         "总的来说瑕不掩瑜，五星。"},
        {'C', 0, "味道很正，像小时候外婆做的，分量也足，下次还来。"},
        {'L', 2, "The zip broke on day one and the replacement never arrived. I would give zero stars if I could. 😡"},
        {'L', 1, "房间不大，位置方便，隔音一般，早餐种类少但是新鲜。"},
        {'U', 2, "屏幕边上有两个亮点，换货换了一周。"},
        {'L', 0, "孩子抱着睡觉都不撒手🧸，洗了两次没有掉色。"},
        {'L', 2, "App 更新以后老是闪退，收藏的内容也没了，希望尽快修复！！！"},
        {'E', 1, "asdf jkl; 1234"},
        {'U', 0, "客服小姐姐特别耐心，一步一步教我设置，给她点赞👩‍💻"},
        {'L', 0, "Quiet, sturdy, easy to clean. After six months of daily use it still looks new."},
        {'C', 2, "说是纯棉，摸起来滑滑的，洗完起球，穿着还痒。"},
        {'L', 1,
         "Delivery took nine days, which is about what was announced. The box was dented, the content was not."},
        {'U', 1, "和上一代差别不大，有旧款的不用换。"},
        {'L', 2, "המוצר הגיע שבור, ואף אחד לא עונה לטלפון."},
        {'L', 0, "性价比之王，闭眼入！"},
        {'U', 2, "停车要排半小时，孩子都饿哭了。"},
        {'C', 1, "Good sound, but the app wants an account for everything."},
        {'L', 1, "书的内容不错，纸张偏薄，背面的字会透过来。"},
        {'L', 0, "维修师傅二十分钟就到，换了个电容，只收了十五块，良心！"},
        {'U', 0,
         "We ordered for twelve people and everything came hot and on time. The vegetarian dishes were labelled,\n"
         "the driver carried the boxes up four floors, and there was even a card with birthday wishes.\n"
         "Already planning the next one."},
        {'L', 2, "发错货，退货，再发，又错。整整折腾了半个月。"},
        {'U', 1, "中规中矩。"},
        {'U', 2, "The seat is too narrow for anyone over ten, and the screws do not fit the holes."},
    };
    return all;
}

}  // namespace app::demo
