package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.DeskSettings;
import io.xiaoer.conversations.OfficeHours;
import io.xiaoer.conversations.WeeklyHours;
import io.xiaoer.conversations.WeeklyHours.Span;
import io.xiaoer.shared.FieldErrors;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the shop's desk works; what a PUT leaves out is as usual. */
@RestController
@RequestMapping("/api/v1/desk")
class DeskController {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final OfficeHours hours;

    DeskController(OfficeHours hours) {
        this.hours = hours;
    }

    /** Times as {@code 09:00}, on the shop's clock; {@code to} may be {@code 24:00}, or of the next day. */
    record SpanResource(
            @Nullable String day,
            @Nullable String from,
            @Nullable String to) {}

    record SettingsResource(
            @Nullable List<SpanResource> hours,
            @Nullable String awayText,
            @Nullable List<String> keywords,
            @Nullable Boolean automatic,
            @Nullable Integer personIdleMinutes,
            @Nullable Integer waitingIdleMinutes,
            @Nullable Integer version) {

        static SettingsResource of(DeskSettings settings) {
            return new SettingsResource(
                    settings.hours().spans().stream()
                            .map(span -> new SpanResource(
                                    span.day().name().toLowerCase(Locale.ROOT),
                                    CLOCK.format(span.from()),
                                    CLOCK.format(span.to())))
                            .toList(),
                    settings.awayText(),
                    settings.keywords(),
                    settings.automatic(),
                    settings.personIdleMinutes(),
                    settings.waitingIdleMinutes(),
                    settings.version());
        }
    }

    @GetMapping
    SettingsResource get() {
        return SettingsResource.of(hours.settings());
    }

    @PutMapping
    SettingsResource put(@RequestBody SettingsResource request) {
        FieldErrors errors = new FieldErrors()
                .texts("keywords", request.keywords(), DeskSettings.MAX_KEYWORDS, DeskSettings.MAX_KEYWORD);
        List<Span> spans = spans(request.hours(), errors);
        errors.throwIfAny();
        DeskSettings usual = DeskSettings.USUAL;
        Integer version = request.version();
        return SettingsResource.of(hours.save(new DeskSettings(
                new WeeklyHours(spans),
                request.awayText(),
                Objects.requireNonNullElse(request.keywords(), List.of()),
                Objects.requireNonNullElse(request.automatic(), true),
                Objects.requireNonNullElse(request.personIdleMinutes(), usual.personIdleMinutes()),
                Objects.requireNonNullElse(request.waitingIdleMinutes(), usual.waitingIdleMinutes()),
                version == null ? hours.settings().version() : version)));
    }

    private static List<Span> spans(@Nullable List<SpanResource> said, FieldErrors errors) {
        List<Span> spans = new ArrayList<>();
        if (said == null) {
            return spans;
        }
        for (int i = 0; i < said.size(); i++) {
            String field = "hours[" + i + "].";
            DayOfWeek day = day(said.get(i).day());
            LocalTime from = time(said.get(i).from());
            LocalTime to = "24:00".equals(said.get(i).to())
                    ? LocalTime.MIDNIGHT
                    : time(said.get(i).to());
            errors.rejectIf(day == null, field + "day", "must be a day such as monday");
            errors.rejectIf(from == null, field + "from", "must be a time such as 09:00");
            errors.rejectIf(to == null, field + "to", "must be a time such as 21:00");
            if (day != null && from != null && to != null) {
                spans.add(new Span(day, from, to));
            }
        }
        return spans;
    }

    private static @Nullable DayOfWeek day(@Nullable String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(name)) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
