package io.xiaoer.releases;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.releases.PublishCheck.Objection;
import io.xiaoer.releases.internal.ReleaseRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tones;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The published, immutable, numbered words of the bound shop's bots. */
@Service
@Requires(Permission.VIEW)
public class Releases {

    private final ReleaseRows rows;
    private final KnowledgeDrafts knowledge;
    private final Tones tones;
    private final Shops shops;
    private final ReleaseCompiler compiler;
    private final List<PublishCheck> checks;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Releases(
            ReleaseRows rows,
            KnowledgeDrafts knowledge,
            Tones tones,
            Shops shops,
            ReleaseCompiler compiler,
            List<PublishCheck> checks,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.knowledge = knowledge;
        this.tones = tones;
        this.shops = shops;
        this.compiler = compiler;
        this.checks = checks;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What a release made now would hold. */
    @Transactional(readOnly = true)
    public ReleaseContent draft(BotId bot) {
        Shop shop = shops.current();
        Lexicon lexicon = knowledge.lexicon(bot);
        List<ReleasedEntry> entries = knowledge.enabled(bot).stream()
                .map(entry -> new ReleasedEntry(
                        entry.key(),
                        entry.question(),
                        entry.similar(),
                        entry.keywords(),
                        entry.answer(),
                        entry.needs(),
                        instant(entry.validFrom()),
                        instant(entry.validTo())))
                .toList();
        return new ReleaseContent(
                shop.name(), shop.locale(), entries, lexicon.synonyms(), lexicon.words(), tones.of(bot));
    }

    /**
     * A draft made ready to be published.
     *
     * @param compiled what the {@link ReleaseCompiler} made of it
     * @param last number of the newest release then
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes, handed over once and never compared
    public record Prepared(BotId bot, String note, ReleaseContent content, byte[] compiled, int last) {}

    /**
     * Makes the draft ready to be published. Takes seconds for thousands of texts, so callers keep it out of their
     * transactions.
     *
     * @throws Problem with {@link Code#PUBLISH_BLOCKED} and the list of what stands in the way
     */
    @Requires(Permission.EDIT)
    public Prepared prepare(BotId bot, String note) {
        new FieldErrors().optionalText("note", note, 500).throwIfAny();
        TenantId tenant = TenantScope.required();
        // the number first: a release made meanwhile may hold what this draft does not
        int last = required(transaction.execute(status -> rows.lastNumber(tenant, bot)));
        ReleaseContent content = required(transaction.execute(status -> draft(bot)));
        block(objectionsTo(content));
        PublishedRelease previous = last == 0 ? null : load(bot, last);
        byte[] compiled = compiler.compile(content, previous);
        PublishCheck.Compiled draft = new PublishCheck.Compiled(bot, content, compiled);
        block(checks.stream()
                .flatMap(check -> check.objectionsTo(draft).stream())
                .toList());
        return new Prepared(bot, note, content, compiled, last);
    }

    private static void block(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new Problem(
                    Code.PUBLISH_BLOCKED,
                    "The draft cannot be published: " + objections.getFirst().message(),
                    objections.stream()
                            .map(objection -> new FieldError(objection.field(), objection.message()))
                            .toList());
        }
    }

    /**
     * Publishes what was prepared and returns the new release's number. Nobody meets it before rollout points at it.
     *
     * @throws Problem with {@link Code#VERSION_CONFLICT} if another release was published since
     */
    @Transactional
    @Requires(Permission.EDIT)
    public int publish(Prepared prepared) {
        TenantId tenant = TenantScope.required();
        BotId bot = prepared.bot();
        ReleaseContent content = prepared.content();
        String document = json.writeValueAsString(content);
        Instant now = clock.instant();
        int number = prepared.last() + 1;
        ReleaseSummary summary = new ReleaseSummary(
                number,
                prepared.note(),
                content.entries().size(),
                Digests.sha256Hex(document),
                TenantScope.requiredActor().name(),
                now);
        if (!rows.insert(tenant, bot, summary, document)) {
            throw new Problem(Code.VERSION_CONFLICT, "Someone else published at the same moment. Try again.");
        }
        rows.insertCompiled(tenant, bot, number, compiler.engine(), prepared.compiled(), now.atOffset(ZoneOffset.UTC));
        events.publishEvent(new Audited("release.published", String.valueOf(number), null, summary));
        events.publishEvent(new ReleasePublished(tenant, bot, number));
        return number;
    }

    /**
     * What publishing the draft would mean.
     *
     * @param diff against the release it would take the place of
     * @param objections what keeps it from being published; empty if nothing
     * @param questions of the entries that the objections name, by their keys
     */
    public record Pending(ReleaseDiff diff, int entries, List<Objection> objections, Map<String, String> questions) {}

    /**
     * What publishing the draft now would change for shoppers, and what stands in the way.
     *
     * @param live number of the release that shoppers meet
     * @throws Problem if the bot has no such release
     */
    @Transactional(readOnly = true)
    public Pending pending(BotId bot, int live) {
        ReleaseContent draft = draft(bot);
        List<Objection> objections = objectionsTo(draft);
        Set<String> named = objections.stream()
                .map(Objection::entryKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Pending(
                ReleaseDiff.between(content(bot, ReleaseRef.of(live)), draft),
                draft.entries().size(),
                objections,
                draft.entries().stream()
                        .filter(entry -> named.contains(entry.key()))
                        .collect(Collectors.toMap(ReleasedEntry::key, ReleasedEntry::question)));
    }

    private List<Objection> objectionsTo(ReleaseContent content) {
        return checks.stream()
                .flatMap(check -> check.objectionsTo(content).stream())
                .toList();
    }

    /**
     * What differs between two releases, or between one and the draft.
     *
     * @throws Problem if the bot has no such release
     */
    @Transactional(readOnly = true)
    public ReleaseDiff diff(BotId bot, ReleaseRef before, ReleaseRef after) {
        return ReleaseDiff.between(content(bot, before), content(bot, after));
    }

    /**
     * The words of a release or of the draft, without the compiled form.
     *
     * @throws Problem if the bot has no such release
     */
    @Transactional(readOnly = true)
    public ReleaseContent content(BotId bot, ReleaseRef release) {
        return switch (release) {
            case ReleaseRef.Draft draft -> draft(bot);
            case ReleaseRef.Number(int number) ->
                json.readValue(
                        rows.content(TenantScope.required(), bot, number)
                                .orElseThrow(() -> Problem.notFound("release")),
                        ReleaseContent.class);
        };
    }

    /** @throws Problem if the bot has no such release */
    @Transactional(readOnly = true)
    public ReleaseSummary get(BotId bot, int number) {
        return rows.before(TenantScope.required(), bot, number + 1, 1).stream()
                .filter(release -> release.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("release"));
    }

    /** Newest first; {@code cursor} from the page before. */
    @Transactional(readOnly = true)
    public Page<ReleaseSummary> list(BotId bot, @Nullable String cursor, int limit) {
        int before = Page.afterNumber(cursor, Integer.MAX_VALUE);
        return Page.of(
                rows.before(TenantScope.required(), bot, before, limit + 1),
                limit,
                release -> Integer.toString(release.number()));
    }

    /** The newest hundred, newest first. */
    @Transactional(readOnly = true)
    public List<ReleaseSummary> all(BotId bot) {
        return rows.before(TenantScope.required(), bot, Integer.MAX_VALUE, 100);
    }

    @Transactional(readOnly = true)
    public boolean exists(BotId bot, int number) {
        return rows.exists(TenantScope.required(), bot, number);
    }

    /** @throws Problem if the bot has no such release */
    @Transactional(readOnly = true)
    public void requireExisting(BotId bot, int number) {
        if (!rows.exists(TenantScope.required(), bot, number)) {
            throw Problem.notFound("release");
        }
    }

    /**
     * A release with its compiled form. That is made again (and kept) if the engine has changed since, which takes seconds
     * for thousands of texts, so callers keep it out of their transactions.
     *
     * @throws Problem if the bot has no such release
     */
    @OpenToAll("on the shopper's way")
    public PublishedRelease load(BotId bot, int number) {
        TenantId tenant = TenantScope.required();
        String engine = compiler.engine();
        ReleaseContent content = required(transaction.execute(status -> content(bot, ReleaseRef.of(number))));
        Optional<byte[]> kept = required(transaction.execute(status -> rows.compiled(tenant, bot, number, engine)));
        if (kept.isPresent()) {
            return new PublishedRelease(number, content, kept.get());
        }
        byte[] compiled = compiler.compile(content, null);
        transaction.executeWithoutResult(
                status -> rows.insertCompiled(tenant, bot, number, engine, compiled, OffsetDateTime.now(clock)));
        return new PublishedRelease(number, content, compiled);
    }

    private static <T> T required(@Nullable T result) {
        return Objects.requireNonNull(result, "a transaction gives back what it was given");
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
