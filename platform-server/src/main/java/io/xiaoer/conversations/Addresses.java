package io.xiaoer.conversations;

import java.util.List;
import java.util.regex.Pattern;

/** Where somebody lives: a place with the number of a house in it. A town or a village alone is nobody's address. */
final class Addresses {

    private static final String TAKEN_OUT = "[地址]";

    /** The towns and so on before it. Whoever says where to send it is no part of it. */
    private static final String HAN = "[\\p{IsHan}&&[^到在寄送给往住改换址是写，]]";

    private static final String PLACE = "(?:" + HAN + "|\\d){0,24}?";

    /** Rooms and so on, after the house. */
    private static final String ROOMS =
            "(?:[\\p{IsHan}\\p{Alnum}\\-]{0,12}?(?:室|楼|层|单元|栋|幢|座)(?:\\p{Nd}{3,4}(?!\\p{Nd}))?)*";

    /** A number that is that of a room, not a size or a price. */
    private static final String ROOM =
            "[A-Za-z]?\\p{Nd}{1,4}(?!\\p{Nd}|\\s*(?:米|厘|cm|元|块|个|人|件|位|套|折|点))(?:-\\p{Nd}{1,4})*\\s*(?:单元|号楼|号院|号|室|楼|层|户|门(?!口))?";

    /** It is the day of a month if this follows. */
    private static final String NO_DAY = "(?![前后能会可到之开早晚上下左右吗送发才还就])";

    private Addresses() {}

    static List<Redaction.Rule> rules() {
        return List.of(
                // by a road
                rule(PLACE + HAN + "{2}(?:路|街|巷|弄|大道|胡同)\\s*\\p{Nd}+\\s*(?:号楼|号|弄)(?:\\s*\\p{Nd}+\\s*(?:号楼|号))?"
                        + ROOMS),
                // by a house and a room in it
                rule(PLACE + "[A-Za-z]?\\p{Nd}{1,4}\\s*(?:号楼|号院|栋|幢|座)\\s*(?:宿舍|公寓)?" + ROOM + "(?:\\s*" + ROOM + ")*"),
                rule(PLACE + "[A-Za-z]\\s*(?:栋|幢|座)\\s*" + ROOM + "(?:\\s*" + ROOM + ")*"),
                // by a village
                rule(PLACE + HAN
                        + "{1,6}(?:村|屯|寨|庄|社区)\\s*(?:\\p{Nd}+|[一二三四五六七八九十]{1,3})\\s*(?:组|队)(?:\\s*\\p{Nd}+\\s*[号户])?"),
                rule(PLACE + HAN + "{1,6}(?:村|屯|寨|庄|社区)\\s*\\p{Nd}+\\s*[号户]" + NO_DAY));
    }

    private static Redaction.Rule rule(String pattern) {
        return new Redaction.Rule(Pattern.compile(pattern), TAKEN_OUT);
    }
}
