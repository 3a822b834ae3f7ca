package io.xiaoer.conversations;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.internal.AskedRows;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's shoppers asked and what it came to, as the receipts have it: for whoever keeps books on it. */
@Service
@Requires(Permission.VIEW)
public class AskedQuestions {

    private final AskedRows rows;
    private final Reception reception;
    private final Bots bots;

    AskedQuestions(AskedRows rows, Reception reception, Bots bots) {
        this.rows = rows;
        this.reception = reception;
        this.bots = bots;
    }

    /** A receipt and when its turn began. */
    public record Given(Place receipt, OffsetDateTime at) {

        /** Before all receipts that are no older. */
        public static Given since(OffsetDateTime at) {
            return new Given(new Place(new ConversationId(new UUID(0, 0)), 0), at);
        }
    }

    /**
     * A turn of which nothing was kept.
     *
     * @param question the number that the shopper's message would have had
     * @param release that would have been asked; null if the bot does not serve the shopper
     */
    public record FailedTurn(
            int question,
            BotId bot,
            ShopperRef shopper,
            boolean staff,
            @Nullable Integer pilot,
            @Nullable Integer release,
            @Nullable String pageKind) {}

    /** What is known of the turn that failed in a conversation; empty if that is gone. */
    @Transactional(readOnly = true)
    public Optional<FailedTurn> failedIn(ConversationId conversation) {
        return rows.place(TenantScope.required(), conversation).map(place -> switch (reception.foresee(
                place.bot(), place.shopper(), ShopperProfile.NONE)) {
            case Admitted admitted ->
                new FailedTurn(
                        place.lastSeq() + 1,
                        place.bot(),
                        place.shopper(),
                        admitted.staff(),
                        admitted.pilot(),
                        admitted.release(),
                        place.pageKind());
            case NotYet() ->
                new FailedTurn(place.lastSeq() + 1, place.bot(), place.shopper(), false, null, null, place.pageKind());
        });
    }

    /** Those that these receipts are about, in the order in which they were asked; fewer if some are gone. */
    @Transactional(readOnly = true)
    public List<AskedQuestion> of(Collection<Place> receipts) {
        return receipts.isEmpty() ? List.of() : rows.of(TenantScope.required(), receipts);
    }

    /** The receipts of all bots that come after {@code after}, oldest first. */
    @Transactional(readOnly = true)
    public List<Given> givenAfter(Given after, int limit) {
        List<BotId> all = bots.all().stream().map(Bot::id).toList();
        return rows.givenAfter(TenantScope.required(), all, after, limit);
    }

    /** What shoppers wrote, without what may tell who they are; what is gone is not in it. */
    @Transactional(readOnly = true)
    public Map<Place, String> texts(Collection<Place> messages) {
        return messages.isEmpty()
                ? Map.of()
                : rows.texts(TenantScope.required(), messages).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, text -> Redaction.of(text.getValue())));
    }

    /**
     * What was said to a question, without what may tell who somebody is.
     *
     * @param replied by the bot, before the shopper said anything else; empty if nothing
     * @param person what a person said first after it; null if nobody did
     */
    public record Exchange(String replied, @Nullable String person) {}

    /** What was said to these messages of shoppers; what is gone is not in it. */
    @Transactional(readOnly = true)
    public Map<Place, Exchange> exchanges(Collection<Place> messages) {
        return messages.isEmpty() ? Map.of() : Exchanges.of(messages, rows.said(TenantScope.required(), messages));
    }

    /** The names that the shop gave of the shoppers when these conversations began; those without one are not in it. */
    @Transactional(readOnly = true)
    public Map<ConversationId, String> shopperNames(Set<ConversationId> conversations) {
        return conversations.isEmpty() ? Map.of() : rows.names(TenantScope.required(), conversations);
    }
}
