package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.shared.Problem.FieldError;
import java.util.Locale;

/** Why a row of a file is no test case, and what to do. */
final class CaseRowTexts {

    private static final int SHOWN = 30;

    private final boolean english;

    CaseRowTexts(String locale) {
        this.english = locale.startsWith("en");
    }

    String noHeadings() {
        return english
                ? "The first row must name the columns, at least question and one of entryKey, kind, contains and lacks."
                : "第一行要写列名，至少要有「问题」，和「期望问答」「期望结果」「应包含」「不应包含」里的一列。";
    }

    String noQuestion() {
        return english ? "The question is missing." : "没有写问题。";
    }

    String noEntry(String named) {
        return english
                ? "No entry has the key or the question \"%s\".".formatted(cut(named))
                : "没有编号或问题是「%s」的问答。".formatted(cut(named));
    }

    String noKind(String named) {
        return english
                ? "\"%s\" is no result. Write one of %s.".formatted(cut(named), String.join(", ", Expectation.KINDS))
                : "「%s」不是能识别的结果，请写：直接回答、请顾客选、没听懂、答不了、转人工。".formatted(cut(named));
    }

    String noPage(String named) {
        return english
                ? "\"%s\" is no page. Write product, cart, mine or other.".formatted(cut(named))
                : "「%s」不是能识别的页面，请写 product、cart、mine 或 other。".formatted(cut(named));
    }

    String noTime(String text) {
        return english
                ? "\"%s\" is no time. Write it like 2026-06-01T08:00:00+08:00.".formatted(cut(text))
                : "「%s」不是能识别的时间，请写成 2026-06-01T08:00:00+08:00 这样。".formatted(cut(text));
    }

    String neither(String text) {
        return english
                ? "\"%s\" is neither yes nor no.".formatted(cut(text))
                : "「%s」既不是「是」也不是「否」。".formatted(cut(text));
    }

    String twice(int row) {
        return english ? "The same question stands already in row %d.".formatted(row) : "和第 %d 行的问题重复。".formatted(row);
    }

    /** What the form itself has against a row. */
    String invalid(FieldError error) {
        if (english) {
            return error.field() + " " + error.message() + ".";
        }
        if (error.field().equals("expect")) {
            return "没有写期望：「期望问答」「期望结果」「应包含」「不应包含」至少写一项。";
        }
        if (error.field().equals("question")) {
            return "问题太长，或者里面有无法显示的字符。";
        }
        if (error.field().equals("group")) {
            return "分组名称最多 %d 个字。".formatted(TestCase.MAX_GROUP);
        }
        if (error.field().startsWith("expect.contains") || error.field().startsWith("expect.lacks")) {
            return "「应包含」「不应包含」各最多写 %d 段，每段最多 %d 个字。".formatted(Expectation.MOST_TEXTS, Expectation.MAX_TEXT);
        }
        return String.format(Locale.ROOT, "「%s」这一列的内容太长，或者里面有无法显示的字符。", error.field());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
