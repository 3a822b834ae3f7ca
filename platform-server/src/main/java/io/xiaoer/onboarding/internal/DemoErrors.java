package io.xiaoer.onboarding.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A plausible past of calls that failed: hardly any on most days, many on a bad one. The same seed makes the same past. */
final class DemoErrors {

    private static final List<Integer> USUAL = List.of(404, 404, 404, 400, 409, 429);
    private static final List<Integer> UNDER_LOAD = List.of(503, 503, 503, 429, 500);
    private static final double ON_A_USUAL_DAY = 3.2;
    private static final int ON_A_BAD_DAY = 46;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 15;

    private DemoErrors() {}

    /** A call that failed. */
    record Failed(Instant at, int status) {}

    /** @param bad the day on which much fails; null for none */
    static List<Failed> of(long seed, ZoneId zone, Instant begin, Instant end, @Nullable LocalDate bad) {
        Random random = new Random(seed);
        List<Failed> all = new ArrayList<>();
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate day = begin.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            boolean isBad = day.equals(bad);
            int count = isBad ? ON_A_BAD_DAY : (int) Math.abs(random.nextGaussian() * ON_A_USUAL_DAY);
            List<Integer> kinds = isBad ? UNDER_LOAD : USUAL;
            for (int i = 0; i < count; i++) {
                Instant at = day.atTime(LocalTime.of(FIRST_HOUR + random.nextInt(HOURS), random.nextInt(60)))
                        .atZone(zone)
                        .toInstant();
                int status = kinds.get(random.nextInt(kinds.size()));
                if (!at.isBefore(begin) && at.isBefore(end)) {
                    all.add(new Failed(at, status));
                }
            }
        }
        return all;
    }
}
