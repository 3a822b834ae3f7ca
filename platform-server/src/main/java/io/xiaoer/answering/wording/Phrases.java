package io.xiaoer.answering.wording;

/** What the clerk says without an entry, and what the owner is told, in the shop's language. */
public final class Phrases {

    private final boolean english;

    public Phrases(String locale) {
        this.english = locale.startsWith("en");
    }

    public String unknown() {
        return english
                ? "I haven't learnt this one yet, but I've noted it down. You could also try asking in other words."
                : "这个问题我还没学会，已经帮您记下来了，您也可以换个说法问我。";
    }

    /** The shopper sent a picture and nothing else. */
    public String picture() {
        return english
                ? "I can't read pictures yet. Tell me in words what it is about, or say \"talk to a person\" and someone from our team takes a look."
                : "图片我还看不懂，麻烦您用文字说一下是什么问题。想让客服帮您看图，直接说「转人工」就行。";
    }

    public String choices() {
        return english ? "Which of these did you mean?" : "您想问的是下面哪一个呢？";
    }

    /** Understood, but a fact that the answer needs is not to be had. */
    public String noFacts() {
        return english
                ? "I understand the question, but I can't look up what I need to answer it right now, and I'd rather not guess."
                : "您的问题我明白了，只是需要的信息我这边暂时查不到，不敢随便答您。";
    }

    /** Understood, but the answer cannot be shown. */
    public String noAnswer() {
        return english
                ? "I understand the question, but I can't give you a reliable answer right now, and I'd rather not guess."
                : "您的问题我明白了，只是这个答案我这边暂时给不出来，不敢随便答您。";
    }

    /** A draft without entries cannot be published. */
    public String nothingToSay() {
        return english
                ? "There is no enabled entry: the bot could answer nothing. Add one first."
                : "还没有启用的问答，小二什么都答不了，请先添加一条。";
    }

    String banned(String word) {
        return english
                ? "The answer says the banned word \"" + word + "\". Reword it, or take the word off the banned list."
                : "答案里有禁用词「" + word + "」，请换个说法，或者从禁用词里去掉它。";
    }

    public String problem(AnswerTemplate.Failed failed) {
        String detail = failed.detail();
        return english
                ? switch (failed.cause()) {
                    case TOO_LONG -> "The answer is longer than 8,000 characters. Please shorten it.";
                    case SYNTAX ->
                        "The template is not correct. Check that every {{ }} and {% %} is closed and every if has its endif. ("
                                + detail + ")";
                    case FORBIDDEN -> "\"" + detail + "\" may not be used in answers. Please remove it.";
                    case UNKNOWN_VARIABLE ->
                        "The answer uses a value that does not exist. Use {{ shop.name }} or the fields of the facts it needs. ("
                                + detail + ")";
                    case TOO_MUCH_WORK ->
                        "The answer takes too much work: loops run more than 500 times, are nested too deep or take too long. Remove the loops or make them smaller. ("
                                + detail + ")";
                    case RESULT_TOO_LONG ->
                        "The finished answer is longer than 4,000 characters. Shorten it, or remove what makes it grow. ("
                                + detail + ")";
                    case EMPTY -> "The finished answer is empty. Please write what the shopper should read.";
                }
                : switch (failed.cause()) {
                    case TOO_LONG -> "答案超过 8000 个字，请缩短。";
                    case SYNTAX -> "模板写法有误：请检查每个 {{ }} 和 {% %} 是否成对，每个 if 是否有 endif。（" + detail + "）";
                    case FORBIDDEN -> "答案里不能使用「" + detail + "」，请删掉它。";
                    case UNKNOWN_VARIABLE -> "答案里用了不存在的变量（" + detail + "），可以用的有 {{ shop.name }} 和要查的信息里的字段，请改正或删掉。";
                    case TOO_MUCH_WORK -> "答案里的循环太多、嵌套太深或太耗时（最多循环 500 次），请去掉循环或改小次数。（" + detail + "）";
                    case RESULT_TOO_LONG -> "答案生成后超过 4000 个字，请缩短内容，或去掉让文字不断变长的写法。（" + detail + "）";
                    case EMPTY -> "答案生成后是空的，请填写要回复顾客的内容。";
                };
    }
}
