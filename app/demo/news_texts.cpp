#include "app/demo/demo_texts.h"

namespace app::demo {

std::span<const News> news()
{
    static constexpr News all[] = {
        {'L', "{5月18日|时间}，{林晓岚|人物}在{杭州|地点}出任{{杭州|地点}云栖数据研究院|机构}院长。"},
        {'L',
         "{Marta Lind|人物} moved from {Oslo|地点} to {Lisbon|地点} in {2019|时间} to join {Nordvik Robotics|机构}."},
        {'C', "{青禾农机|机构}{周三|时间}发布了新一代采摘机器人“{果手3|产品}”，售价12.8万元。"},
        {'L', "据{长江日报|机构}报道，{武汉|地点}东湖樱花节将于{3月12日|时间}开幕，{陈铭|人物}等志愿者已经到岗🌸。"},
        {'U', "The {Harbour Museum|机构} in {Hamburg|地点} reopens on {1 June|时间} after three years of work."},
        {'L', "{{清河|地点}大学|机构}教授{赵一鸣|人物}说，今年的观测数据比{2021年|时间}多了一倍。"},
        {'L', "{Dr. Amara Okafor|人物} of {Lagos Teaching Hospital|机构} received the prize on {Tuesday|时间}."},
        {'E', "编辑提示：本栏目明天休息一天，感谢读者关注。"},
        {'U', "{远航号|产品}科考船{昨天|时间}驶离{青岛|地点}，{中海大海洋学院|机构}的{孙倩|人物}担任首席科学家。"},
        {'C', "{Kestrel Air|机构} will fly from {Riga|地点} to {Porto|地点} daily from {next spring|时间}, says {Jānis "
              "Ozols|人物}."},
        {'L', "قالت {ليلى حداد|人物} من {جامعة عمّان|机构} إن المعرض سيفتتح في {عمّان|地点} يوم {الأحد|时间}."},
        {'L', "{星途汽车|机构}召回{2023年10月|时间}至{2024年2月|时间}生产的部分{星途E5|产品}，共4,312辆。"},
        {'U',
         "{Ines Carvalho|人物} (27) ran the {Coimbra|地点} half marathon in 1:12:45 – a record 🏃‍♀️."},
        {'L', "{王 磊|人物}与{王磊|人物}不是同一个人：前者在{成都|地点}，后者在{西安|地点}。"},
        {'C', "受台风影响，{厦门航空港集团|机构}{今天上午|时间}取消了飞往{高雄|地点}的全部航班。"},
        {'L', "{BlueFin Labs|机构} unveiled the {Tide 2|产品}, a buoy that measures waves, in {Halifax|地点} {last "
              "week|时间}."},
        {'U', "{贵阳|地点}大数据博览会{8月26日|时间}开幕，{云上贵州|机构}展出了“{数链一号|产品}”服务器。"},
        {'U', "Neither the venue nor the date has been announced."},
        {'L', "{教育基金会“{{清河|地点}大学|机构}之友”|机构}成立{十周年|时间}，{赵一鸣|人物}致辞。"},
        {'U', "{Tomáš Novák|人物}, who founded {Hradec Optics|机构} in {1998|时间}, retires at the end of the year."},
        {'L', "记者{李想|人物}从{昆明|地点}发回的报道：{滇池|地点}水质{连续三年|时间}好转。"},
        {'C', "{Mei-Ling Chow|人物} opened her second bakery in {Leeds|地点}; the first is in {York|地点}."},
    };
    return all;
}

std::string_view longReport()
{
    return R"({高原湖泊综合考察|产品}日志（节选）

一、准备

{6月2日|时间}，考察队在{昆明|地点}集合。队长{赵一鸣|人物}（{{清河|地点}大学|机构}）介绍了路线：先到{大理|地点}，再沿{澜沧江|地点}北上。
{中海大海洋学院|机构}的{孙倩|人物}带来两台采样器，型号是“{深蓝7|产品}”。{陈铭|人物}负责车辆和通讯。
物资清单由{李想|人物}核对：水样瓶240个，滤膜600张，冻存管1,200支，另有备用电池若干。

二、第一周

{6月5日|时间}清晨，湖面有雾，能见度不足50米。{孙倩|人物}决定先做岸边断面。
下午雾散，船到湖心，测得透明度4.6 m，水温16.2 ℃，溶解氧7.9 mg/L。
{赵一鸣|人物}在日志里写道：“与{2021年|时间}相比，透明度提高了将近一米。”
{6月7日|时间}，{大理|地点}站的{杨金花|人物}加入。她在这里观测了十一年，认得每一处湾子。

三、转场

{6月10日|时间}，车队离开{大理|地点}。山路塌方，等了三个小时，{陈铭|人物}用卫星电话向{云岭救援中心|机构}报了位置。
救援中心派出无人机“{岩燕|产品}”勘察，{当天傍晚|时间}道路抢通。

四、Visitors

On {12 June|时间} {Dr. Amara Okafor|人物} of {Lagos Teaching Hospital|机构} and {Marta Lind|人物} of {Nordvik Robotics|机构} joined the team.
{Marta Lind|人物} tested the floating robot “{Tern|产品}” for two days; it returned with 96 samples and one very surprised duck 🦆.
{Okafor|人物} compared the bacteria with those she had found in {Lake Kainji|地点} in {2017|时间}.

五、结果

全程27天，行程3,140公里，取样412个点，照片约9,000张。
初步结论有三：其一，北部三湖的透明度{连续三年|时间}上升；其二，入湖河口的总氮仍偏高；其三，外来鱼种的比例下降。
数据将在{9月|时间}由{{清河|地点}大学|机构}公开，{长江日报|机构}会刊出{李想|人物}的长篇报道。

六、致谢

感谢{杨金花|人物}、{云岭救援中心|机构}和沿途所有帮助过我们的人。
)";
}

}  // namespace app::demo
