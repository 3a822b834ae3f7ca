package io.xiaoer.insights.internal;

import io.xiaoer.insights.Digest;
import io.xiaoer.insights.Digest.Advice;
import io.xiaoer.insights.Digest.BotDay;
import io.xiaoer.insights.Digest.Figures;
import io.xiaoer.insights.Digest.ToFix;
import io.xiaoer.tenants.LetterWords;
import io.xiaoer.tenants.OwnerLetters.Written;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Words the letter about a day. Pure. */
final class DigestLetters {

    static final String TEXTS = "io.xiaoer.insights.letters";

    private static final String NOTHING = "–";

    private DigestLetters() {}

    static Written write(LetterWords words, Digest digest) {
        String day = DateTimeFormatter.ofPattern(words.say("digest.date"), words.language())
                .format(digest.day());
        List<String> lines = new ArrayList<>();
        for (BotDay bot : digest.bots()) {
            if (digest.bots().size() > 1) {
                lines.add(words.say("digest.bot", bot.name()));
            }
            lines.addAll(figures(words, bot));
            bot.halts().forEach(at -> lines.add(words.say("digest.halt", words.time(at))));
            toFix(words, bot.toFix(), lines);
            next(words, bot.next(), lines);
            lines.add("");
        }
        int questions =
                digest.bots().stream().mapToInt(bot -> bot.day().questions()).sum();
        int conversations = digest.bots().stream()
                .mapToInt(bot -> bot.day().conversations())
                .sum();
        int resolved =
                digest.bots().stream().mapToInt(bot -> bot.day().resolved()).sum();
        return new Written(
                words.say(
                        "digest.subject",
                        day,
                        Integer.toString(questions),
                        percent(
                                conversations == 0
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of((double) resolved / conversations))),
                words.say(
                        "digest.text",
                        words.shop().name(),
                        day,
                        String.join("\n", lines),
                        words.link("/reports"),
                        words.link("/reports#digest")));
    }

    private static List<String> figures(LetterWords words, BotDay bot) {
        return List.of(
                line(words, "questions", bot, figures -> Integer.toString(figures.questions())),
                line(words, "resolved", bot, figures -> percent(figures.resolvedShare())),
                line(words, "unknown", bot, figures -> percent(figures.unknownShare())),
                line(words, "handed-over", bot, figures -> percent(figures.handedOverShare())),
                line(words, "instant", bot, figures -> percent(figures.instantShare())),
                words.say(
                        "digest.feedback",
                        Integer.toString(bot.day().helpful()),
                        Integer.toString(bot.day().unhelpful())));
    }

    private static String line(LetterWords words, String name, BotDay bot, Function<Figures, String> said) {
        return words.say(
                "digest." + name, said.apply(bot.day()), said.apply(bot.before()), said.apply(bot.weekBefore()));
    }

    private static void toFix(LetterWords words, List<ToFix> questions, List<String> lines) {
        if (questions.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.say("digest.fix"));
        for (int i = 0; i < questions.size(); i++) {
            ToFix question = questions.get(i);
            lines.add(words.say(
                    "digest.fix.line",
                    Integer.toString(i + 1),
                    question.text(),
                    words.say("digest.cause." + question.cause().key()),
                    Integer.toString(question.count()),
                    Integer.toString(question.shoppers())));
        }
    }

    private static void next(LetterWords words, List<Advice> next, List<String> lines) {
        if (next.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.say("digest.next"));
        next.forEach(
                advice -> lines.add(words.say("digest.next." + advice.kind().key(), Integer.toString(advice.count()))));
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? NOTHING : Math.round(100 * share.getAsDouble()) + "%";
    }
}
