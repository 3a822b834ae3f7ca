package io.xiaoer.connectors.internal.bridges;

import io.xiaoer.shopdata.Pushed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A platform on which shops live. A Spring bean of this type in a package of its own is all it takes to add one; the words for it are in
 * the bundle {@code bridge} beside its class, see {@link Words}. It knows the platform's calls and forms; when it is called, with which
 * token, how often, and what becomes of what it brings is not its business. It keeps nothing and may be called from any thread.
 */
public interface Bridge {

    /** For example {@code youzan}: in addresses, and as the source of the records it brings. */
    String key();

    Terms terms();

    /**
     * The platform's page on which the shop's owner agrees.
     *
     * @param state comes back with the code
     * @return empty if there is no such page, or the operator has not set the platform up
     */
    Optional<String> authorisationPage(String state);

    /** Whether owners agree on a page of the platform at all, as soon as the operator has set it up. */
    default boolean isAgreedOnAPage() {
        return true;
    }

    /** Makes a grant of what the owner gave: a code, or keys that were typed in. */
    Grant authorise(Permit permit, BridgeHttp http) throws BridgeFailed;

    /**
     * The next grant; the one before may be worthless afterwards.
     *
     * @throws BridgeFailed with {@link BridgeFailed.Why#TOKEN} or {@link BridgeFailed.Why#REFUSED} if there is none any more
     */
    Grant renew(Grant grant, BridgeHttp http) throws BridgeFailed;

    /** When to fetch the next grant though this one is still good: long before, so that a platform that is down for a day costs nothing. */
    default Instant renewalOf(Grant grant) {
        return grant.accessUntil().minus(Duration.ofDays(1));
    }

    /** Whose push it says it is, which is not to be believed before it was verified. */
    Optional<String> accountOf(Inbound push);

    /**
     * Whether the platform sent it.
     *
     * @param grant null if the shop is not connected (any more)
     */
    boolean isGenuine(Inbound push, @Nullable Grant grant);

    /** @throws BridgeFailed with {@link BridgeFailed.Why#WRONG_FORM} if it cannot be read */
    Push read(Inbound push, Instant receivedAt) throws BridgeFailed;

    /** What the platform wants to hear, as JSON, once a push is stored. */
    String acknowledgement();

    /** What a push was about as it is now, with what belongs to it; empty if it is gone. */
    List<Pushed> read(Ref ref, Session session) throws BridgeFailed;

    /** What the platform says of a shopper now. There is little time: ask at once for what can be asked at once. */
    List<Pushed> lookUp(Asked asked, Session session) throws BridgeFailed;

    /**
     * One page of a reading. Pages must not skip what stays while other things change in the meantime; they may bring it twice.
     *
     * @param position as the page before said; null for the first
     */
    SyncPage page(SyncAim aim, @Nullable String position, Session session) throws BridgeFailed;

    /** Tells the platform that the shop leaves; most have no way to do so. */
    default void leave(Session session) throws BridgeFailed {}
}
