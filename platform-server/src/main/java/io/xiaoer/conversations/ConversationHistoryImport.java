package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Utterance;
import io.xiaoer.answering.Worded;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.FallbackReplies;
import io.xiaoer.conversations.internal.HistoryRows;
import io.xiaoer.conversations.internal.HistoryRows.Past;
import io.xiaoer.conversations.internal.HistoryRows.PastReply;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts conversations of the past into the bound shop's history, with the replies that a release would have given then.
 * Nobody is told of them.
 */
@Service
@Requires(Permission.ADMINISTER)
public class ConversationHistoryImport {

    private static final int BATCH = 250;

    private final HistoryRows rows;
    private final Bots bots;
    private final Shops shops;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;

    ConversationHistoryImport(
            HistoryRows rows, Bots bots, Shops shops, CompiledReleases releases, Engine engine, Situations situations) {
        this.rows = rows;
        this.bots = bots;
        this.shops = shops;
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
    }

    /**
     * A conversation that took place.
     *
     * @param pageKind {@code product}, {@code cart}, {@code mine} or {@code other}; null where nobody said
     * @param said what the shopper said, in order; not empty
     */
    public record PastConversation(
            ShopperRef shopper, @Nullable String pageKind, List<PastMessage> said) {

        public PastConversation {
            said = List.copyOf(said);
            if (said.isEmpty()) {
                throw new IllegalArgumentException("nothing was said");
            }
        }
    }

    /**
     * Something a shopper said, to be understood by itself.
     *
     * @param release that answered then; null if the bot did not serve the shopper
     * @param micros microseconds that the reply took
     */
    public record PastMessage(
            Instant at, String text, @Nullable Integer release, int micros) {}

    /** Adds all of the conversations or none. */
    @Transactional
    public void add(BotId bot, List<PastConversation> conversations) {
        Reply.Fallback fallback =
                FallbackReplies.of(bots.get(bot).fallback(), shops.current().locale());
        Answers answers = new Answers(bot);
        List<Past> batch = new ArrayList<>(BATCH);
        for (PastConversation conversation : conversations) {
            batch.add(past(bot, conversation, answers, fallback));
            if (batch.size() == BATCH) {
                rows.insert(TenantScope.required(), batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            rows.insert(TenantScope.required(), batch);
        }
    }

    private Past past(BotId bot, PastConversation conversation, Answers answers, Reply.Fallback fallback) {
        List<Message> messages = new ArrayList<>();
        List<PastReply> given = new ArrayList<>();
        for (PastMessage said : conversation.said()) {
            var at = said.at().atOffset(ZoneOffset.UTC);
            String id = Ids.next().toString();
            messages.add(new Message(
                    messages.size() + 1,
                    id,
                    Author.SHOPPER,
                    "text",
                    said.text(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    at));
            Integer release = said.release();
            Worded worded = release == null ? null : answers.to(said.text(), release, said.at());
            Message reply =
                    Replies.of(messages.size() + 1, worded == null ? fallback : worded.reply(), List.of(id), at);
            messages.add(reply);
            given.add(new PastReply(reply, release, worded == null ? null : worded.receipt(), said.micros()));
        }
        Mode mode = conversation.said().getLast().release() == null ? Mode.FALLBACK : Mode.BOT;
        return new Past(
                new Conversation(
                        new ConversationId(Ids.next()),
                        bot,
                        conversation.shopper(),
                        mode,
                        conversation.pageKind(),
                        null,
                        Focus.none(),
                        messages.size(),
                        ShopperProfile.NONE,
                        DeskState.NONE),
                messages,
                given);
    }

    /** Asks a release each question once, and again when entries have become valid or ended since. */
    private final class Answers {

        private record Asked(int release, String text, long boundariesPassed) {}

        private final BotId bot;
        private final Map<Asked, Worded> known = new HashMap<>();

        Answers(BotId bot) {
            this.bot = bot;
        }

        Worded to(String text, int number, Instant at) {
            CompiledRelease release = releases.get(bot, number);
            return known.computeIfAbsent(
                    new Asked(number, text, boundariesPassed(release, at)),
                    asked -> engine.answer(release, Utterance.of(text), plan -> situations.stranger(plan, at), at));
        }

        private static long boundariesPassed(CompiledRelease release, Instant at) {
            return release.content().entries().stream()
                    .flatMap((ReleasedEntry entry) -> Stream.of(entry.validFrom(), entry.validTo()))
                    .filter(Objects::nonNull)
                    .filter(boundary -> !boundary.isAfter(at))
                    .count();
        }
    }
}
