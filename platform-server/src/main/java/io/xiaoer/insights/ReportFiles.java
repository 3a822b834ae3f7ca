package io.xiaoer.insights;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Report.DayShares;
import io.xiaoer.shared.CsvFile;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reports as csv files, for spreadsheets: their headings are the API's names in every language. */
@Service
@Requires(Permission.VIEW)
public class ReportFiles {

    private static final List<String> DAYS = List.of(
            "date",
            "conversations",
            "resolved",
            "resolvedShare",
            "questions",
            "answered",
            "choices",
            "unknown",
            "unknownShare",
            "declined",
            "errors",
            "handedOver",
            "handedOverShare",
            "helpful",
            "unhelpful",
            "askedAgain",
            "p50Millis",
            "p95Millis");
    private static final List<String> QUESTIONS =
            List.of("question", "count", "shoppers", "state", "entryKey", "entryQuestion");

    private final Reports reports;
    private final FrequentQuestions frequent;

    ReportFiles(Reports reports, FrequentQuestions frequent) {
        this.reports = reports;
        this.frequent = frequent;
    }

    /** A line a day. */
    public byte[] summary(BotId bot, Period period) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(DAYS);
        reports.of(bot, period).daily().forEach(day -> rows.add(cells(day)));
        return CsvFile.write(rows);
    }

    private static List<String> cells(DayShares day) {
        Shares shares = day.shares();
        LocalDate date = day.date();
        return List.of(
                date.toString(),
                text(shares.conversations()),
                text(shares.resolved()),
                text(shares.resolvedShare()),
                text(shares.questions()),
                text(shares.answered()),
                text(shares.choices()),
                text(shares.unknown()),
                text(shares.unknownShare()),
                text(shares.declined()),
                text(shares.errors()),
                text(shares.handedOver()),
                text(shares.handedOverShare()),
                text(shares.helpful()),
                text(shares.unhelpful()),
                text(shares.askedAgain()),
                text(shares.p50Millis()),
                text(shares.p95Millis()));
    }

    /** The most frequent questions, a line each. Not for use in a transaction. */
    public byte[] questions(BotId bot, Period period) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(QUESTIONS);
        for (FrequentQuestion one : frequent.top(bot, period, FrequentQuestions.MOST)) {
            rows.add(List.of(
                    one.text(),
                    text(one.count()),
                    text(one.shoppers()),
                    one.state().key(),
                    orEmpty(one.entryKey()),
                    orEmpty(one.question())));
        }
        return CsvFile.write(rows);
    }

    private static String text(int count) {
        return Integer.toString(count);
    }

    /** Of nothing there is no share. */
    private static String text(OptionalDouble share) {
        return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", share.getAsDouble());
    }

    private static String text(@Nullable Double millis) {
        return millis == null ? "" : String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
