package io.xiaoer.answering.facts;

/** Ends what shops wrote as a sentence. */
final class Sentences {

    private Sentences() {}

    static String ended(String text, boolean english) {
        return text.isEmpty() || "。！？.!?～~".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text + (english ? "." : "。");
    }
}
