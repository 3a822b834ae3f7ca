package io.xiaoer.conversations;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.internal.PastRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's shoppers asked, so that it can be asked again; the staff's questions are left out. */
@Service
@Requires(Permission.VIEW)
public class PastQuestions {

    /** Events of conversations that are read at a time; one that is longer is read alone. */
    private static final int EVENTS = 600;

    private final PastRows rows;

    PastQuestions(PastRows rows) {
        this.rows = rows;
    }

    /**
     * Some time.
     *
     * @param until exclusive
     */
    public record Span(OffsetDateTime since, OffsetDateTime until) {

        boolean holds(OffsetDateTime at) {
            return !at.isBefore(since) && at.isBefore(until);
        }
    }

    /**
     * The questions of some conversations.
     *
     * @param last the conversation after which to go on; null if these were the last
     */
    public record Batch(
            List<PastQuestion> questions, @Nullable ConversationId last) {
        public Batch {
            questions = List.copyOf(questions);
        }
    }

    /** Something that a shopper typed. */
    public record Typed(ConversationId conversation, int seq, OffsetDateTime at, String text) {}

    /** How many questions a release answered, about: those without a word are among them. */
    @Transactional(readOnly = true)
    public int count(BotId bot, Span span) {
        return rows.count(TenantScope.required(), bot, span.since(), span.until());
    }

    /**
     * Questions that a release answered, conversation by conversation in the order in which these began, a few at a time.
     *
     * @param after the last conversation of the batch before; null for the first
     */
    @Transactional(readOnly = true)
    public Batch next(BotId bot, Span span, @Nullable ConversationId after) {
        TenantId tenant = TenantScope.required();
        List<PastRows.Place> places = rows.conversations(tenant, bot, span.since(), span.until(), after);
        int taken = 0;
        int events = 0;
        while (taken < places.size()
                && (taken == 0 || events + places.get(taken).events() <= EVENTS)) {
            events += places.get(taken).events();
            taken++;
        }
        List<PastRows.Place> some = places.subList(0, taken);
        List<PastQuestion> questions = rows.talks(tenant, some, span.until()).stream()
                .flatMap(talk -> PastTalk.questions(talk).stream())
                .filter(question -> span.holds(question.at()))
                .toList();
        return new Batch(questions, some.isEmpty() ? null : some.getLast().conversation());
    }

    /** What was typed lately and a release answered, newest first; no choices that were pressed. */
    @Transactional(readOnly = true)
    public List<Typed> typed(BotId bot, Span span, int most) {
        return rows.typed(TenantScope.required(), bot, span.since(), span.until(), most);
    }

    /** Those of the conversations that are still there, and stay there until the caller's transaction ends. */
    @Transactional
    public Set<ConversationId> held(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Set.of() : rows.held(TenantScope.required(), conversations);
    }
}
