package io.xiaoer.conversations;

import io.xiaoer.knowledge.EntryDraft;

/** Makes what people wrote into what an entry may say: without what is personal, and meant as it stands. */
public final class LessonTexts {

    private LessonTexts() {}

    public static String question(String asked) {
        return cut(Redaction.of(asked), EntryDraft.MAX_QUESTION);
    }

    /** Braces are templates in an entry's answer; a person means what they wrote. */
    public static String answer(String said) {
        return cut(Redaction.of(said).replace("{{", "{ {").replace("{%", "{ %"), EntryDraft.MAX_ANSWER);
    }

    private static String cut(String text, int most) {
        String stripped = text.strip();
        return stripped.length() <= most ? stripped : stripped.substring(0, most);
    }
}
