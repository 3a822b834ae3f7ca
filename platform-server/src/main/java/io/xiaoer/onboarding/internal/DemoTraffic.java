package io.xiaoer.onboarding.internal;

import io.xiaoer.conversations.ConversationHistoryImport.PastConversation;
import io.xiaoer.conversations.ConversationHistoryImport.PastMessage;
import io.xiaoer.rollout.ShopperRef;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A plausible past of a shop's conversations: busier in the evening and at weekends, growing, with one day on which more
 * is asked than the bot was told. The same seed and times make the same past.
 */
final class DemoTraffic {

    /** How busy each hour of the day is, beside the others. */
    private static final double[] HOURS = {
        4, 2, 1, 0.5, 0.5, 1, 2, 4, 6, 8, 9, 9, 10, 10, 9, 9, 9, 9, 10, 11, 13, 15, 14, 8
    };

    private static final Map<DayOfWeek, Double> WEEKEND =
            Map.of(DayOfWeek.FRIDAY, 1.1, DayOfWeek.SATURDAY, 1.25, DayOfWeek.SUNDAY, 1.3);

    private static final double GROWTH = 0.9;
    private static final double RUSH = 1.7;
    private static final double RUSH_QUESTIONS = 0.6;
    private static final double NEW_SHOPPER = 0.8;
    private static final double TYPICAL_MICROS = 26_000;
    private static final List<@Nullable String> PAGES = pages();

    /**
     * What to make.
     *
     * @param perDay conversations on an average day at the beginning
     * @param releases which release was live from when
     * @param opened when everybody was let in; before, only {@code staff} were served
     * @param rush the day on which more is asked than the bot was told; null for none
     * @param slowness how long replies take beside a usual shop's
     */
    record Script(
            long seed,
            double perDay,
            ZoneId zone,
            Instant begin,
            Instant end,
            NavigableMap<Instant, Integer> releases,
            Instant opened,
            List<String> staff,
            @Nullable LocalDate rush,
            double slowness) {}

    private final Script script;
    private final Random random;
    private final DemoQuestions always;
    private final DemoQuestions inRush;
    private final List<ShopperRef> known = new ArrayList<>();

    private DemoTraffic(Script script) {
        this.script = script;
        this.random = new Random(script.seed());
        this.always = DemoQuestions.read("always");
        this.inRush = DemoQuestions.read("rush");
    }

    /** In the order in which they began. */
    static List<PastConversation> of(Script script) {
        return new DemoTraffic(script).make();
    }

    private List<PastConversation> make() {
        List<PastConversation> all = new ArrayList<>();
        ZonedDateTime hour =
                script.begin().atZone(script.zone()).withMinute(0).withSecond(0).withNano(0);
        while (hour.toInstant().isBefore(script.end())) {
            for (int i = poisson(expected(hour)); i > 0; i--) {
                Instant at = hour.toInstant().plusMillis(random.nextInt(3_600_000));
                PastConversation conversation = conversation(at);
                if (conversation != null) {
                    all.add(conversation);
                }
            }
            hour = hour.plusHours(1);
        }
        all.sort(Comparator.comparing(
                conversation -> conversation.said().getFirst().at()));
        return all;
    }

    private double expected(ZonedDateTime hour) {
        double ofDay = 0;
        for (double share : HOURS) {
            ofDay += share;
        }
        double past = (double) (hour.toEpochSecond() - script.begin().getEpochSecond())
                / (script.end().getEpochSecond() - script.begin().getEpochSecond());
        return script.perDay()
                * HOURS[hour.getHour()]
                / ofDay
                * WEEKEND.getOrDefault(hour.getDayOfWeek(), 1.0)
                * (1 + GROWTH * past)
                * (isRush(hour.toInstant()) ? RUSH : 1);
    }

    /** Null if it would begin when nothing has begun, or end after everything has ended. */
    private @Nullable PastConversation conversation(Instant begin) {
        if (begin.isBefore(script.begin())) {
            return null;
        }
        boolean open = !begin.isBefore(script.opened());
        boolean byStaff = !open && random.nextDouble() < 0.35;
        ShopperRef shopper = byStaff
                ? ShopperRef.customer(
                        script.staff().get(random.nextInt(script.staff().size())))
                : shopper();
        Integer release = open || byStaff ? script.releases().floorEntry(begin).getValue() : null;
        List<PastMessage> said = new ArrayList<>();
        Instant at = begin;
        int messages = release == null ? 1 : 1 + poisson(0.85);
        for (int i = 0; i < messages; i++) {
            if (!at.isBefore(script.end())) {
                break;
            }
            said.add(new PastMessage(at, question(at), release, micros(at)));
            // longer than what is read together
            at = at.plusSeconds(20 + random.nextInt(150));
        }
        return said.isEmpty() ? null : new PastConversation(shopper, PAGES.get(random.nextInt(PAGES.size())), said);
    }

    private ShopperRef shopper() {
        if (!known.isEmpty() && random.nextDouble() > NEW_SHOPPER) {
            return known.get(random.nextInt(known.size()));
        }
        ShopperRef fresh = random.nextDouble() < 0.3
                ? ShopperRef.customer("c" + (10_000 + random.nextInt(80_000)))
                : ShopperRef.visitor("demo-" + Long.toHexString(random.nextLong()));
        known.add(fresh);
        return fresh;
    }

    private String question(Instant at) {
        return isRush(at) && random.nextDouble() < RUSH_QUESTIONS ? inRush.pick(random) : always.pick(random);
    }

    private int micros(Instant at) {
        double slow = script.slowness() * (isRush(at) ? 2.4 : 1);
        return (int) (TYPICAL_MICROS * slow * Math.exp(0.45 * random.nextGaussian()));
    }

    private boolean isRush(Instant at) {
        return at.atZone(script.zone()).toLocalDate().equals(script.rush());
    }

    /** Knuth's way, good for the small numbers there are here. */
    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static List<@Nullable String> pages() {
        List<@Nullable String> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pages.add(i < 9 ? "product" : i < 14 ? "mine" : i < 17 ? "cart" : i < 19 ? "other" : null);
        }
        return pages;
    }
}
