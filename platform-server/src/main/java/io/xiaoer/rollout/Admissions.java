package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.rollout.internal.SideRows;
import io.xiaoer.rollout.internal.SideRows.Standing;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether shoppers of the bound shop may talk to its bots, and in which release's words. On which side of a pilot a shopper is, is
 * decided once and kept.
 */
@Service
@OpenToAll("on the shopper's way")
public class Admissions {

    private final SideRows sides;
    private final Clock clock;

    Admissions(SideRows sides, Clock clock) {
        this.sides = sides;
        this.clock = clock;
    }

    /**
     * Whether {@code shopper} may talk to the bot now. A new shopper is taken into the pilot that runs, if they are drawn and there is
     * room; two who come at once wait for each other, so that there are never more than its size.
     *
     * @throws Problem if the bound shop has no such bot
     */
    @Transactional
    public Admission admit(BotId bot, ShopperRef shopper, Arrival arrival) {
        Standing standing = standing(bot, shopper);
        if (standing.isUndecided()) {
            boolean member = isToBeIn(standing, shopper, arrival)
                    && sides.enrol(
                            tenant(), bot, standing.pilot(), standing.settings().size(), shopper, now());
            if (!member) {
                sides.leaveOut(tenant(), bot, standing.pilot(), shopper, now());
            }
            // somebody may have decided for the same shopper in the meantime
            return admission(standing(bot, shopper), false);
        }
        return admission(standing, false);
    }

    /**
     * What {@link #admit} would say, deciding nothing: for a shopper who looks but has not said anything yet.
     *
     * @throws Problem if the bound shop has no such bot
     */
    @Transactional(readOnly = true)
    public Admission foresee(BotId bot, ShopperRef shopper, Arrival arrival) {
        Standing standing = standing(bot, shopper);
        return admission(standing, standing.isUndecided() && isToBeIn(standing, shopper, arrival));
    }

    private Standing standing(BotId bot, ShopperRef shopper) {
        return sides.standing(tenant(), bot, shopper).orElseThrow(() -> Problem.notFound("bot"));
    }

    private static Admission admission(Standing standing, boolean wouldBeIn) {
        boolean in = standing.isMember() || wouldBeIn;
        Integer pilot = in ? (Integer) standing.pilot() : null;
        Integer candidate = standing.candidate();
        if (candidate != null && (standing.staff() || (standing.isPiloting() && in))) {
            return new Admitted(candidate, standing.staff(), pilot);
        }
        boolean served = standing.staff()
                || standing.servesRest()
                || (standing.stage() == Stage.PILOT && (in || standing.wasEverIn()));
        return served ? new Admitted(standing.liveRelease(), standing.staff(), pilot) : new NotYet();
    }

    private boolean isToBeIn(Standing standing, ShopperRef shopper, Arrival arrival) {
        return standing.hasRoom() && isDrawn(standing, shopper) && isNew(standing, arrival);
    }

    private static boolean isDrawn(Standing standing, ShopperRef shopper) {
        return Sampling.isDrawn(standing.salt(), shopper, standing.settings().sampleRate());
    }

    /** Where the shop knows the day of registration, that counts; else the day on which they first came. */
    private boolean isNew(Standing standing, Arrival arrival) {
        OffsetDateTime started = standing.startedAt();
        Optional<OffsetDateTime> registered = arrival.registeredAt();
        if (registered.isPresent()) {
            OffsetDateTime newSince = now().minusDays(standing.settings().newWithinDays());
            return !registered.get().isBefore(newSince.isBefore(started) ? newSince : started);
        }
        return arrival.firstSeenAt().map(seen -> !seen.isBefore(started)).orElse(true);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static TenantId tenant() {
        return TenantScope.required();
    }
}
