package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.Mismatch;
import java.util.Locale;

/** What a shop is told of its cases, in its language. */
final class CaseTexts {

    private final boolean english;

    CaseTexts(String locale) {
        this.english = locale.startsWith("en");
    }

    /** A required case keeps a draft from being published. */
    String fails(String question, Mismatch why) {
        return english
                ? "The required test \"%s\" fails: %s".formatted(question, reason(why))
                : "必过用例「%s」没有通过：%s".formatted(question, reason(why));
    }

    String reason(Mismatch why) {
        String expected = why.expected();
        String actual = why.actual();
        return switch (why.what()) {
            case ENTRY ->
                actual.isEmpty()
                        ? say("应该用「%s」来答，现在没有答上来。", "entry %s should answer, but none does.", expected)
                        : say("应该用「%s」来答，现在是「%s」。", "entry %s should answer, not %s.", expected, actual);
            case KIND -> say("应该%s，现在是%s。", "it should %s, but it does this: %s.", kind(expected), kind(actual));
            case CONTAINS -> say("回答里应该有「%s」。", "the reply should say \"%s\".", expected);
            case LACKS -> say("回答里不该有「%s」。", "the reply should not say \"%s\".", expected);
            case ERROR -> say("提问时出了错，请再试一次。%s", "it could not be asked; try again. %s", actual);
        };
    }

    private String kind(String kind) {
        return switch (kind) {
            case "answer" -> english ? "answer" : "直接回答";
            case "choices" -> english ? "offer choices" : "请顾客选";
            case "unknown" -> english ? "say that it does not know" : "说没听懂";
            case "declined" -> english ? "say why it cannot answer" : "说明为什么答不了";
            case "handover" -> english ? "bring a person" : "转人工";
            default -> kind;
        };
    }

    String noCases() {
        return english ? "There are no test cases yet." : "还没有测试用例。";
    }

    String notRun(boolean underWay) {
        if (underWay) {
            return english ? "The test cases are being run on this release." : "正在用这个版本跑测试用例。";
        }
        return english ? "The test cases have not been run on this release yet." : "这个版本还没有跑过测试用例。";
    }

    String changedSince(int missing) {
        return english
                ? "%d test case(s) were added or changed since they were last run on this release. Run them again."
                        .formatted(missing)
                : "有 %d 条用例是后来新增或改过的，重新跑一遍才算数。".formatted(missing);
    }

    /** A replay came upon something that it must not know. */
    String lookedUp(String what) {
        return english
                ? "It was stopped: something live was looked up (%s), and only what was known then may count."
                        .formatted(what)
                : "已经停下：途中去查了实时数据（%s），回放只能用当时留下的数据。".formatted(what);
    }

    String passed(int passed, int cases) {
        if (passed == cases) {
            return english ? "All %d test cases pass.".formatted(cases) : "%d 条用例全部通过。".formatted(cases);
        }
        return english
                ? "%d of %d test cases fail.".formatted(cases - passed, cases)
                : "%2$d 条用例里有 %1$d 条没通过。".formatted(cases - passed, cases);
    }

    private String say(String chinese, String inEnglish, Object... parameters) {
        return String.format(Locale.ROOT, english ? inEnglish : chinese, parameters);
    }
}
