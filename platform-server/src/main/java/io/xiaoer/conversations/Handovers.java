package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.ReleaseNotLoaded;
import io.xiaoer.conversations.Message.Details;
import io.xiaoer.conversations.internal.DeskRows;
import io.xiaoer.conversations.internal.HandoverTexts;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts conversations in line for a person, and words what the shopper is told of it. */
@Component
class Handovers {

    private final DeskRows rows;
    private final OfficeHours hours;
    private final Reception reception;
    private final CompiledReleases releases;
    private final Shops shops;

    Handovers(DeskRows rows, OfficeHours hours, Reception reception, CompiledReleases releases, Shops shops) {
        this.rows = rows;
        this.hours = hours;
        this.reception = reception;
        this.releases = releases;
        this.shops = shops;
    }

    /**
     * A conversation put in line.
     *
     * @param messages what the shopper is told, and the change of the mode, in order
     */
    record InLine(List<Message> messages, DeskState desk) {}

    /**
     * @param release in whose voice the shopper is told; null where the bot has none for them
     * @param seq the number of the newest event before
     */
    InLine handOver(
            Conversation conversation,
            HandoverReason reason,
            @Nullable CompiledRelease release,
            int seq,
            List<String> inReplyTo,
            OffsetDateTime now) {
        DeskState desk = conversation.desk().waiting(reason, now);
        Standing standing = standing(conversation.id(), desk);
        HandoverTexts texts = new HandoverTexts(
                release == null ? shops.current().locale() : release.content().locale());
        String away = standing.away();
        String text = away == null
                ? texts.inLine(reason, Objects.requireNonNull(standing.place()))
                : texts.away(reason, away);
        return new InLine(
                List.of(
                        Replies.handover(seq + 1, voiced(text, release), reason, inReplyTo, now),
                        Replies.modeChange(seq + 2, Mode.WAITING, standing.details(reason), now)),
                desk);
    }

    /** The same for one whose person is gone or gave it back. */
    InLine again(Conversation conversation, int seq, OffsetDateTime now) {
        DeskState desk = conversation.desk().waitingAgain(now);
        HandoverReason reason = desk.reason() == null ? HandoverReason.ASKED_FOR : desk.reason();
        Standing standing = standing(conversation.id(), desk);
        String away = standing.away();
        HandoverTexts texts = new HandoverTexts(shops.current().locale());
        String text = away == null ? texts.again(Objects.requireNonNull(standing.place())) : away;
        return new InLine(
                List.of(
                        Replies.handover(seq + 1, voiced(text, voice(conversation)), reason, List.of(), now),
                        Replies.modeChange(seq + 2, Mode.WAITING, standing.details(reason), now)),
                desk);
    }

    /**
     * How a waiting shopper stands.
     *
     * @param place in line, 1 for the next; null while nobody is there
     */
    record Standing(@Nullable Integer place, @Nullable Attendance officeHours) {

        @Nullable
        String away() {
            return officeHours == null || officeHours.open() ? null : officeHours.text();
        }

        Details details(@Nullable HandoverReason reason) {
            return new Details(reason, place, null, officeHours);
        }
    }

    Standing standing(ConversationId id, DeskState desk) {
        TenantId tenant = TenantScope.required();
        Optional<Attendance> attendance = hours.now();
        if (attendance.filter(now -> !now.open()).isPresent()) {
            return new Standing(null, attendance.get());
        }
        int ahead = rows.ahead(tenant, id, desk.first(), Objects.requireNonNull(desk.waitingSince()));
        return new Standing(ahead + 1, attendance.orElse(null));
    }

    private static String voiced(String text, @Nullable CompiledRelease release) {
        return release == null ? text : release.say(text);
    }

    /** What is live for the shopper, if it is in memory: nobody waits for a voice. */
    private @Nullable CompiledRelease voice(Conversation conversation) {
        try {
            return reception.admit(conversation) instanceof Admitted admitted
                    ? releases.loaded(conversation.bot(), admitted.release())
                    : null;
        } catch (ReleaseNotLoaded e) {
            return null;
        }
    }
}
