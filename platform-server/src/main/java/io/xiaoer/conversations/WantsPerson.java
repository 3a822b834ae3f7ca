package io.xiaoer.conversations;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a shopper says that they want to talk to a person. */
final class WantsPerson {

    private static final String PEOPLE = "(人工|真人|活人|真正的人|客服(人员|专员|小姐姐|小哥哥)?|专员|坐席|座席|店主|店长|老板|经理|主管|领导|负责人)";
    private static final String END = "(吧|呢|啊|呀|哈|嘛|了|哦|谢谢|多谢|麻烦了|快点|快|可以吗|可以么|行吗|行不行|好吗|好不好|在吗|在么|在不在|在|有吗|有么|一下|服务)*";

    /** The shopper asks for one. */
    private static final Pattern CHINESE = Pattern.compile(
            // 转人工, 帮我接一下真人客服, 叫你们经理来, 怎么联系人工
            "(转接?|接通?|切换?|换成?|呼叫|召唤|找|叫|喊|联系|请|要|需要|派|连|上|给我来?|帮我)(到|一下|下|一?个|一?位|你们的?|你家的?|店里的?|在线|给|我|你|去|成)*"
                    + PEOPLE
                    + "|^(我|请|麻烦|亲|你好|您好|那|能不能|可以|能)*(人工|真人|活人)(客服|服务|坐席|座席)?" + END + "$"
                    + "|^(有没有|有|还有|到底有没有)(人工|真人|活人)(客服|服务|坐席)?" + END + "$"
                    + "|(不要|不想|别|不跟|不和|不用|拒绝|别用|换掉|去掉|关掉|不想要)(再)?(跟|和|让|用|给我|叫)?(你这?个?)?(机器人|机器|智能客服|智能|ai|自动回复)"
                    + "|(找|换|叫|派|来|给我|要)(一?个)?(人|活的)(来|跟我|和我|回|处理|解决|帮)"
                    + "|换个?人(吧|来|回)?$|^(我要|我想|想|能)(跟|和)(一?个)?(真?人|客服)(说|聊|讲|沟通|谈)"
                    + "|(跟|和)(真人|人工|活人)(客服)?(说|聊|讲|沟通|谈)");

    /** The shopper asks something about them, or the word means something else. */
    private static final Pattern ABOUT_THEM =
            Pattern.compile("(几点|什么时候|啥时候|什么时间|啥时间|哪个时间|时间段|时段|上班|下班|工作时间|服务时间|在线时间|营业|节假日|周末|多久|几个人|24小时)"
                    + "|(你|您|这|那边|对面)(们)?(到底)?(是|不是)(不是)?(个)?(人工|真人|机器人|机器|活人|ai)|人工(还是|或者?)(机器|智能|系统|ai)|还是(跟|和)?(ai|机器|系统|真人)|(是|还是)(人工|真人)(吗|么|还是|吧|呢|啊)?$"
                    + "|人工(费|智能|成本|色素|香精|香料|甜味|添加|合成|养殖|种植|授粉|培育|采摘|挑选|筛选|分拣|皮|革|草|石|钻|水晶|材料|制作|审核)"
                    + "|真人(试|图|实拍|拍|秀|照|版|穿|上身|测评|演示|cs|展示|模特)"
                    + "|(不用|不需要|不要|先不|暂时不|别|无需)(再)?(转|找|叫|接|联系|要)(了)?(人工|真人|客服)"
                    + "|(刚|刚才|昨天|之前|上次|已经).{0,4}(找|问|联系|转|跟|和).{0,4}(客服|人工)|客服(说|告诉|让我|答应|承诺|回复我|跟我说)");

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(talk|speak|chat|connect|transfer|put|pass|hand|switch|escalate|get|give me|reach|contact|need|want|call)\\b[\\w' ]{0,30}?"
                    + "\\b(human|real person|person|live person|agent|live agent|representative|rep|operator|staff|someone real|real someone"
                    + "|actual person|supervisor|manager|employee|customer service|support team|member of staff)\\b"
                    + "|\\b(talk|speak|chat|speaking|talking|put me through|connect me|transfer me) (to|with) (someone|somebody|anyone|anybody)\\b"
                    + "|^\\W*(can |could )?(a )?(human|agent|live agent|real person|representative|operator|live chat|live support|customer service|person|human)( please| pls| now| help me)*\\W*$"
                    + "|\\b(stop|no more|not a|don'?t want (a|the|this|your)|hate this|enough of (the|this)) (bots?|robots?|chatbots?|machines?)\\b"
                    + "|\\b(is there|anyone|anybody) (a |any )?(human|real person|real|agent)( there| here| available)?\\W*$");

    private static final Pattern ENGLISH_ABOUT_THEM = Pattern.compile(
            "\\b(are you|is this|am i (talking|speaking|chatting) (to|with)) (a |an )?(human|person|real|bot|robot|agent|machine)"
                    + "|\\b(opening|office|working|business) hours\\b|\\bwhat time\\b|\\bwhen (are|is|do|does|can|will)\\b"
                    + "|\\b(per|for one|for a|each|every|single|which|for) person\\b|\\bperson(al|alised|alized)\\b|\\bin person\\b"
                    + "|\\b(cleaning|drying|oxidi[sz]ing|bleaching|whitening|travel|delivery|shipping) agent\\b"
                    + "|\\b(no need|don'?t need|not need|do not need|without) .{0,20}(human|agent|person|representative)"
                    + "|\\b(i|we) (already )?(talked|spoke|chatted) (to|with)\\b|\\b(agent|representative|person) (said|told|promised)\\b");

    private WantsPerson() {}

    static boolean says(String text) {
        String english = lower(text);
        String chinese = english.replaceAll("[\\s\\p{Punct}，。！？、；：～~…“”‘’（）【】《》]+", "");
        return !isAboutThem(text)
                && (CHINESE.matcher(chinese).find() || ENGLISH.matcher(english).find());
    }

    /** Whether a text that speaks of people asks about them rather than for one. */
    static boolean isAboutThem(String text) {
        String english = lower(text);
        String chinese = english.replaceAll("[\\s\\p{Punct}，。！？、；：～~…“”‘’（）【】《》]+", "");
        return ABOUT_THEM.matcher(chinese).find()
                || ENGLISH_ABOUT_THEM.matcher(english).find();
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }
}
