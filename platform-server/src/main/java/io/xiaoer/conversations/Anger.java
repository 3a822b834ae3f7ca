package io.xiaoer.conversations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a shopper is angry with the shop. Words that are also said calmly count only where they are aimed at it. */
final class Anger {

    private static final String SHOP = "(店|店铺|店家|商家|卖家|公司|平台|网站|客服|服务|态度|售后|物流|快递|质量|东西|玩意儿?|机器人|产品|品牌)";

    private static final Pattern CHINESE = Pattern.compile(
            // abuse
            "((?<!对象|男友|老公|朋友|孩子|儿子|女儿|同学|替|给|和|跟|陪)他妈(?!妈|咪|过|买|带)|特么|tmd|妈的|草泥马|操你|去死吧?|傻[逼比bx]|煞笔|沙雕客服|sb客服|脑残|智障|有病吧|滚(蛋|犊子|远点)|混蛋|王八|狗屁|放屁|不要脸|无耻|丧(尽)?天良|良心(被狗|呢|不会痛|都)|缺德)"
                    // cheated
                    + "|(你们|你|这|都|就|简直|纯|全|一群|一帮|真)(家|店)?(这|那)?(个|帮|群|些)?(就|都|全|真)?(是|他妈是)?(个)?(一群|一帮)?(骗子|骗人的?|忽悠人?|坑人的?|坑爹|黑店|奸商|无良|黑心|诈骗)(吧|啊|呀|呢|店|商家|公司|！|!)?"
                    + "|什么黑店|骗子(店|公司|商家|吧你们)|欺骗消费者|欺诈|虚假宣传|黑心(店|商家|卖家)|店大欺客|上当(了|受骗)|被(你们)?(骗|坑)(了|惨|死)|把我当(傻|猴|冤)|耍(我|人)(呢|玩|吗|啊)?|玩我(呢|吗)"
                    // threats
                    + "|(打|拨|找|去|上|投诉到)(12315|消协|消费者协会|工商|市监|市场监管|黑猫|媒体|315)|12315|(我要|不然|否则)(举报|曝光|起诉)|要?(去)?(举报|起诉|曝光|告)(你们|你家|你店|这家|这个店)|发(到)?(网上|小红书|抖音|微博)(曝光|去$|让大家|让所有)|法院见|找律师"
                    + "|(我要|要|一定|必须|直接|去|再不.{0,8})投诉(你|这|了|!|！|$)|投诉(你们|你家|客服|商家|店)|(给|打|要|上|写)(你们?)?(个)?差评|差评(伺候|走起|等着|预定)"
                    // fed up
                    + "|气死(我|人|了)|气炸(了|我)|火大|一肚子火|忍无可忍|受够了|受不了你们|烦死了|崩溃了|太(气人|过分|欺负人|不像话|坑了|坑人|恶心|让人失望|失望)|离谱(到家|死了|至极)|太离谱了(吧)?[!！。]*$|无语(死|至极|了你们)|恶心(死|人|透)"
                    + "|再也不(会)?(来|买|光顾|下单)|最后一次(来|买|在你)|(推来推去|踢皮球|互相推|敷衍我|糊弄我|忽悠我|拖着不|装死|装聋作哑|没人管|不管不问|欺负)"
                    + "|什么(破|烂|垃圾|鬼|狗屁)" + SHOP + "?(啊|呀|!|！|$)|什么(玩意|态度)(啊|呀|!|！|$)|(破|烂|垃圾)" + SHOP + "(?!袋|桶|处理|分类)|"
                    + SHOP
                    + "(太|真|真是|这么|也太|怎么这么|简直|都|就是|是)?(差劲|太差|差死|垃圾|恶劣|稀烂|烂透|烂死|恶心)(?!袋|桶|处理|分类)"
                    + "|你们(真|太|简直|怎么这么|就是)?(垃圾|差劲|恶心|不要脸|不负责任)(?!袋|桶)|差劲(得很|透了|至极)|(听不懂人话|会不会说人话|说的是人话|废物|没用的东西)|(还我|退我)(的)?钱[!！]|赔钱[!！]");

    /** Said of something else, in fun, or to calm down. */
    private static final Pattern CALM_CHINESE = Pattern.compile(
            "(没|不|别|没有|并不|不是)(太|再|很|那么)?(生气|气死|骗|坑|差评)|防骗|会不会(被骗|上当)|是不是(骗|坑|骗子)|不是骗(子|人)?(吧|的)?"
                    + "|(没|没有|不想|不会|怕|避免|以防|删|修改|追加|之前|看到|有)(给|打|写)?(个)?差评|差评(多|少|率|里|说|怎么)|好评差评|(投诉|举报)(电话|渠道|入口|方式|流程|快递|骑手)|怎么(投诉|举报)|(开玩笑|哈哈|嘻嘻|笑死)");

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(wtf|f+u+c+k\\w*|bull ?shit|bs answer|piss(ed)? off|pissed|a+sshole|idiots?|morons?|screw you|go to hell)\\b"
                    + "|\\b(you( guys| people| lot| all)?('re| are)?|this is|total|complete|absolute|such a|what a|bunch of|feels like) (all |just |a |an |nothing but )*(scam\\w*|rip[ -]?off\\w*|fraud\\w*|thie(f|ves)|crooks?|joke|liars?|disgrace|waste of (time|money)|nightmare)\\b"
                    + "|\\b(scammed|ripped off|cheated|lied to|robbed)( me|$| by)|\\byou( people| guys)?( are)? useless\\b|\\bi'm reporting (you|this)\\b|\\byou (scammed|cheated|robbed|lied|stole)\\b"
                    + "|\\b(i('m| am)|i was|makes? me|so|really|very|absolutely) (so |really |very |absolutely |beyond )*(furious|angry|livid|outraged|disgusted|fed up|sick of this|mad at (you|this)|appalled)\\b|\\b(fed up|sick and tired|had enough)\\b"
                    + "|\\b(ridiculous|unacceptable|outrageous|disgusting|disgraceful|pathetic|appalling)\\b(?! (good|cheap|low|cute|nice))"
                    + "|\\b(worst|terrible|awful|horrible|useless|garbage|trash|crap\\w*|rubbish|lousy|shitty) (customer )?(service|support|shop|store|company|bot|chatbot|experience|quality|seller|help|answer)\\b"
                    + "|\\b(your|this) (shop|store|service|company|support|bot|chatbot|quality|product) (is|are|was) (\\w+ )?(terrible|awful|horrible|useless|garbage|trash|crap|rubbish|shit|a joke|the worst|pathetic|bad!)"
                    + "|\\b(never|not) (ever )?(buy|buying|order|ordering|shop|shopping|come|coming) (from you |from here |here |with you |back )?(ever )?again\\b"
                    + "|\\b(i('ll| will| am going to|'m going to)|gonna|going to) (sue|report you|report this (shop|store)|take (you|this) to court|call my (bank|lawyer)|post this|leave (a )?(one|1|bad|negative))"
                    + "|\\b(i want|i'd like|i need|want) to (make a |file a )?(formal )?complain(t)?\\b|\\bconsumer protection\\b|\\bmy lawyer\\b|\\bgive me my (fucking )?money back\\b|\\bstop wasting my time\\b|\\bhow dare you\\b|\\bare you kidding me\\b");

    private static final Pattern CALM_ENGLISH = Pattern.compile(
            "\\b(not|isn'?t|never|no longer) (that |so |really |too |very )?(angry|mad|upset|a scam|ridiculous|terrible)\\b"
                    + "|\\bis (this|it|your (site|shop|store)) (a )?(scam|legit)|\\b(fraud|scam) (protection|alert|prevention)\\b|\\b(just kidding|haha|lol|jk)\\b|\\bridiculously (good|cute|cheap)\\b");

    private Anger() {}

    static boolean isIn(String text) {
        String english = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .strip();
        String chinese = english.replaceAll("[\\s，。、；：～~…“”‘’（）,.;:?？]+", "");
        return (CHINESE.matcher(chinese).find()
                        && !CALM_CHINESE.matcher(chinese).find())
                || (ENGLISH.matcher(english).find()
                        && !CALM_ENGLISH.matcher(english).find());
    }
}
