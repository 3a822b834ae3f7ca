package io.xiaoer.insights.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.insights.EntryHours;
import io.xiaoer.insights.FrequentQuestion;
import io.xiaoer.insights.FrequentQuestions;
import io.xiaoer.insights.GrowingQuestion;
import io.xiaoer.insights.Period;
import io.xiaoer.insights.Report;
import io.xiaoer.insights.ReportFiles;
import io.xiaoer.insights.Reports;
import io.xiaoer.insights.UnusedEntry;
import io.xiaoer.shared.CsvFile;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a bot did in a time: what the portal's report shows, for shops' own systems. Dates are the shop's, both included. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/reports")
class SummaryController {

    private static final int GROWING = 20;
    private static final int QUESTIONS = 20;

    private final Bots bots;
    private final Reports reports;
    private final FrequentQuestions frequent;
    private final ReportFiles files;

    SummaryController(Bots bots, Reports reports, FrequentQuestions frequent, ReportFiles files) {
        this.bots = bots;
        this.reports = reports;
        this.frequent = frequent;
        this.files = files;
    }

    record DayResource(LocalDate date, SharesResource shares) {}

    record TrialResource(int pilot, SharesResource members, SharesResource rest) {}

    /** @param entryKey null for what came to no entry */
    record HoursResource(@Nullable String entryKey, int questions, List<Integer> hours) {}

    /** @param ofFrequent how many of the most frequent questions, {@code frequent}, are answered at once */
    record InstantResource(
            int questions,
            @Nullable Double share,
            @Nullable Double shareBefore,
            int frequent,
            int ofFrequent,
            int waiting) {}

    record SummaryResource(
            LocalDate from,
            LocalDate to,
            SharesResource total,
            SharesResource before,
            List<DayResource> daily,
            List<HoursResource> hours,
            List<GrowingQuestion> growing,
            List<UnusedEntry> unused,
            @Nullable TrialResource pilot,
            InstantResource instant) {}

    record QuestionResource(
            String text,
            int count,
            int shoppers,
            String state,
            @Nullable String entryKey,
            @Nullable String question,
            @Nullable String instantReplyId) {

        static QuestionResource of(FrequentQuestion one) {
            return new QuestionResource(
                    one.text(),
                    one.count(),
                    one.shoppers(),
                    one.state().key(),
                    one.entryKey(),
                    one.question(),
                    one.mark());
        }
    }

    @GetMapping("/summary")
    SummaryResource summary(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        BotId id = bots.get(bot).id();
        Period period = period(from, to);
        Report report = reports.of(id, period);
        List<EntryHours> hours = reports.hours(id, period);
        List<FrequentQuestion> asked = frequent.top(id, period, QUESTIONS);
        Report.Trial trial = report.trial();
        return new SummaryResource(
                period.from(),
                period.to(),
                SharesResource.of(report.shares()),
                SharesResource.of(report.before()),
                report.daily().stream()
                        .map(day -> new DayResource(day.date(), SharesResource.of(day.shares())))
                        .toList(),
                hours.stream()
                        .limit(Page.DEFAULT_LIMIT)
                        .map(one -> new HoursResource(one.entryKey(), one.questions(), one.hours()))
                        .toList(),
                reports.growing(id, period, GROWING),
                reports.unused(id, period, hours),
                trial == null
                        ? null
                        : new TrialResource(
                                trial.pilot(), SharesResource.of(trial.members()), SharesResource.of(trial.rest())),
                new InstantResource(
                        report.instant(),
                        SharesResource.value(report.instantShare()),
                        SharesResource.value(report.instantShareBefore()),
                        asked.size(),
                        count(asked, FrequentQuestion.State.INSTANT),
                        count(asked, FrequentQuestion.State.WAITING)));
    }

    private static int count(List<FrequentQuestion> asked, FrequentQuestion.State state) {
        return (int) asked.stream().filter(one -> one.state() == state).count();
    }

    @GetMapping("/questions")
    List<QuestionResource> questions(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        BotId id = bots.get(bot).id();
        int most = limit == null ? QUESTIONS : limit;
        if (most < 1 || most > FrequentQuestions.MOST) {
            throw Problem.invalid("limit", "must be between 1 and " + FrequentQuestions.MOST);
        }
        return frequent.top(id, period(from, to), most).stream()
                .map(QuestionResource::of)
                .toList();
    }

    @GetMapping("/summary.csv")
    ResponseEntity<byte[]> summaryFile(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        BotId id = bots.get(bot).id();
        return file("summary.csv", files.summary(id, period(from, to)));
    }

    @GetMapping("/questions.csv")
    ResponseEntity<byte[]> questionsFile(
            @PathVariable String bot,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        BotId id = bots.get(bot).id();
        return file("questions.csv", files.questions(id, period(from, to)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CsvFile.MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private Period period(@Nullable String from, @Nullable String to) {
        return reports.period(date("from", from), date("to", to));
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "must be a date such as 2026-11-30");
        }
    }
}
