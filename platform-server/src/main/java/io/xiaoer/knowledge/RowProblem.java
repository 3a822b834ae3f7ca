package io.xiaoer.knowledge;

import java.util.List;

/**
 * Why a row of a file cannot become an entry.
 *
 * @param parameters of the sentence, in order
 */
public record RowProblem(Kind kind, List<String> parameters) {

    /** What is wrong, in English and in Chinese. */
    public enum Kind {
        QUESTION_MISSING("The question is missing.", "没有写问题。"),
        QUESTION_LONG("The question is longer than %s characters.", "问题超过 %s 个字。"),
        SIMILAR_MANY("There are more than %s similar questions.", "相似问法超过 %s 个。"),
        SIMILAR_LONG("A similar question is longer than %s characters: \"%s…\"", "有一个相似问法超过 %s 个字：「%s…」"),
        KEYWORDS_MANY("There are more than %s keywords.", "关键词超过 %s 个。"),
        KEYWORD_LONG("A keyword is longer than %s characters: \"%s…\"", "有一个关键词超过 %s 个字：「%s…」"),
        ANSWER_MISSING("The answer is missing.", "没有写答案。"),
        ANSWER_LONG("The answer has %2$s characters; %1$s are the most.", "答案有 %2$s 个字，最多 %1$s 个字。"),
        /** Its parameters are whole sentences: English, Chinese. */
        TEMPLATE("%1$s", "%2$s"),
        CONTROL_CHARACTERS("The column %s has control characters, which cannot be shown.", "「%2$s」里有无法显示的控制字符。"),
        NEED_UNKNOWN("There is no need named \"%s\". Known are: %s.", "没有叫「%s」的信息，可以用的有：%s。"),
        TIME_UNREADABLE(
                "\"%s\" is no time. Write it like 2026-06-01T08:00:00+08:00.",
                "「%s」不是能识别的时间，请写成 2026-06-01T08:00:00+08:00 这样。"),
        VALIDITY_REVERSED("The end of validity is not later than its beginning.", "失效时间要晚于生效时间。"),
        SWITCH_UNREADABLE("\"%s\" is neither yes nor no.", "「%s」既不是「是」也不是「否」。"),
        DUPLICATE("The question stands already in row %s.", "和第 %s 行的问题重复。"),
        AMBIGUOUS(
                "%s entries have this question already, so it is not clear which to change.",
                "已经有 %s 条问答用这个问题，分不清要改哪一条。"),
        BOT_FULL(
                "A bot may have %s entries, and there is no room for this one. Delete some it does not need.",
                "一个机器人最多 %s 条问答，放不下这一条了，请先删掉一些用不上的。");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    public RowProblem(Kind kind, Object... parameters) {
        this(kind, java.util.Arrays.stream(parameters).map(Object::toString).toList());
    }

    /** The reason as a reader of {@code locale} understands it. */
    public String text(String locale) {
        return (locale.startsWith("en") ? kind.english : kind.chinese).formatted(parameters.toArray());
    }
}
