package io.xiaoer.conversations;

import java.util.List;
import java.util.regex.Pattern;

/**
 * People's names, where something beside them says that they are names: who introduces themselves, who receives, who stands beside a phone
 * number. A name that stands alone cannot be told from other words.
 */
final class Names {

    private static final String NAMED = "[姓名]";

    private static final String SURNAME =
            "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱"
                    + "严覃武戴莫孔汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳"
                    + "穆卓吉缪简车项连芦麦褚娄窦戚岑景宫费卜冷晏席卫柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查封谈匡鞠]";

    private static final String LONG_SURNAME = "(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|东方|南宫|端木|独孤|轩辕|宇文|长孙)";

    /** What begins like a name and is none. */
    private static final String WORDS =
            "(?!高[中一二三级敏个层铁考大低]|黄[皮黑牛金色]|白[皮金领色天]|万[年一能]|金[牌卡色额]|江[苏西浙门]|安[徽卓装全检排]|宁[波夏德愿]|温[州和度]|成[都年人分功]"
                    + "|单[眼独身号子位品件]|方[脸便式形案法向]|左[撇右边]|何[时况必]|关[于注]|夏[天季]|包[邮裹装包括]|石[家头]|郑州|徐[州汇]|常[州客常用见]|苏[州宁打]|马[上来]|尤其|雷打"
                    + "|路[过上边]|易[过敏胖碎]|严[重格]|季[节度]|申[请通]|查[快询一不到看件了]|毛[孔发衣巾]|段[时位]|谢[谢了]|任[何意]|文[字科员件胸]|连[续衣]|武[汉昌]|梅州|柳州|兰[州蔻]|钟[爱点]"
                    + "|龙年|牛[皮油仔奶]|熊猫|叶子|林区|田园|苗条|阳[台光]|华[为东南北]|欧[洲莱码]|荣耀|应[该届]|游[客戏]|管理|简单|解[释决]|项目|纪念|童[装鞋]|凌晨|祝[你福]|符合|舒[服适]|尚[未且]"
                    + "|冷[白皮]|车[主间载厘]|房[东子]|辛苦|程序|顾[客问]|周[一二三四五六日天末内边年]|孙[子女]|胡[子须]|罗马|唐装|许[多久愿]|曾经|董事|余[额款]|杜绝|姜黄|陆续|范围|付[款钱了的定尾过完邮费]"
                    + "|史上|陶瓷|贺卡|钱[包已什还都没怎]|戴[眼口]|莫名|齐刘|颜[色值]|岳[母父]|毕[竟业]|边上|连锁|沈阳|温柔|谷雨|钟表|章鱼|孔[雀夫]|黎明|常年|于[昨今明]|封[面口]|谈[恋好])";

    /** Words that follow a name rather than belong to it. */
    private static final String GIVEN =
            "[\\p{IsHan}&&[^的了是在我你他她它们吗呢吧啊呀哦嘛不没有要想买就都也还和跟这那什怎收电请能可给把被很个打来去说到过得着您住先女号码手机下单问查改换退写错填信方]]";

    private static final String NAME = "(?:" + LONG_SURNAME + GIVEN + "{1,2}|" + WORDS + SURNAME + GIVEN + "{1,2})";
    private static final String NICKNAME = "(?:[小阿]" + GIVEN + ")";
    private static final String LATIN = "(?:[A-Z][a-z'\\-]+(?: [A-Z][a-z'\\-]+){0,2})";

    /** Somebody who is called by a title. */
    private static final String TITLED =
            "(?:" + NAME + "|" + WORDS + "(?:" + LONG_SURNAME + "|" + SURNAME + "))(?=先生|女士|小姐|太太)";

    private static final String NO_LETTER = "(?![\\p{IsHan}])";

    /** Where a name ends that somebody was called by. */
    private static final String ENDS =
            "(?=$|[^\\p{IsHan}]|的|电话|手机|收|住|地址|号码|订单|在|是|想|要|买|下单|我|你|这|麻烦|请|帮|昨|今|上|刚|就|不|没|吧|吗|可|能|退|换|快递|包裹|呀|啊)";

    private static final String IS = "(?:[\\s:：]|是|为|叫|写的?|改[成为]|换成|填|应该|我?(?:老公|老婆|妈妈?|爸爸?|朋友|女儿|儿子|同事))*";

    private Names() {}

    /** What takes them out, after phone numbers are: those stand beside names. */
    static List<Redaction.Rule> rules() {
        return List.of(
                rule(
                        "((?:我|本人)(?:的)?(?:名字)?(?:叫|名叫|名字叫|名字是)|叫我)(?:" + NAME + "|" + NICKNAME + ")" + ENDS,
                        "$1" + NAMED),
                rule("((?:我叫|叫我)\\s*)" + LATIN, "$1" + NAMED),
                rule(
                        "((?:收件人|收货人|联系人|签收人|寄件人|发件人|购买人|持卡人|户名|抬头|姓名|名字)(?:的?姓名|的?名字)?(?:写错了?|填错了?|错了?)?[，,]?" + IS
                                + ")" + NAME + ENDS,
                        "$1" + NAMED),
                rule(
                        "(我是(?:买家|客户|顾客|会员)?)" + NAME + "(?=$|[^\\p{IsHan}]|[呀啊哦]|的(?:订单|快递|包裹|件|妈|爸|老公|老婆|朋友))",
                        "$1" + NAMED),
                rule("((?:快递|包裹|抬头|名字|地址)[写填])" + NAME + ENDS, "$1" + NAMED),
                rule("((?:会员|客户|顾客|买家))" + NAME + "(?=的(?:积分|订单|快递|包裹|账号|会员|件))", "$1" + NAMED),
                rule("(本人|(?:退款?|打款?|转账?)[打转]?[到给])" + NAME + ENDS, "$1" + NAMED),
                rule("((?:我|免贵|本人)姓)(?:" + LONG_SURNAME + "|" + SURNAME + ")" + NO_LETTER, "$1" + NAMED),
                rule("(?<=我是|我叫|找|找一下|叫|转给|给|联系|收件人|联系人|收货人|[，,]是|^是)" + TITLED, NAMED),
                rule("(?<![\\p{IsHan}])" + TITLED + "(?=..(?:$|[^\\p{IsHan}]|收|就是|的(?:快递|订单|件|包裹)))", NAMED),
                rule("(?<![\\p{IsHan}])" + NAME + "(?=[\\s,，、:：]*\\[(?:手机号|电话|地址)])", NAMED),
                rule("(\\[手机号][\\s,，、]*)" + NAME + NO_LETTER, "$1" + NAMED),
                rule("(联系|备注|寄给|发给)" + NAME + "(?=收|[\\s,，、:：]*\\[(?:手机号|电话)])", "$1" + NAMED),
                rule("(?<![\\p{IsHan}])" + NAME + "(?=[（(]?收(?:$|[^\\p{IsHan}]))", NAMED),
                rule(
                        "((?i:\\bmy name is|\\bmy name's|\\bcall"
                                + " me|\\b(?:recipient|contact|receiver|customer|consignee)(?:'s)?(?: (?:name|person))?(?:"
                                + " (?:is|to))?|\\bname)\\s*[:：]?\\s*)" + LATIN,
                        "$1" + NAMED),
                rule("((?i:\\bI'm|\\bI am|\\bthis is)\\s+)[A-Z][a-z]+ [A-Z][a-z]+", "$1" + NAMED));
    }

    private static Redaction.Rule rule(String pattern, String replacement) {
        return new Redaction.Rule(Pattern.compile(pattern), replacement);
    }
}
