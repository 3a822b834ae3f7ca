package io.xiaoer.answering.internal;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.ReleaseNotLoaded;
import io.xiaoer.bots.BotId;
import io.xiaoer.releases.PublishedRelease;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.Releases;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Releases are immutable, so what is cached is never stale. Each is made by one thread while all who need it wait, as
 * long as they like; a few are made at a time, so that a node that begins does not open all shops at once.
 */
@Component
class CachedReleases implements CompiledReleases {

    private static final long MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Not virtual ones: compiling stays in native code for long, where a virtual thread occupies one of few carriers. */
    private static final Executor THREADS = Executors.newFixedThreadPool(
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("release-", 0).factory());

    private final Engine engine;
    private final Releases releases;
    private final AsyncCache<Key, CompiledRelease> published;
    private final AsyncCache<ReleaseContent, CompiledRelease> drafts;

    private record Key(TenantId tenant, BotId bot, int number) {}

    CachedReleases(
            Engine engine, Releases releases, @Value("${xiaoer.answering.cache-megabytes:512}") long cacheMegabytes) {
        this.engine = engine;
        this.releases = releases;
        this.published = bounded(cacheMegabytes * MEGABYTE);
        this.drafts = bounded(cacheMegabytes * MEGABYTE / 4);
    }

    @Override
    public CompiledRelease get(BotId bot, int number) {
        return await(published.get(key(bot, number), (key, executor) -> begin(() -> load(key))));
    }

    @Override
    public CompiledRelease loaded(BotId bot, int number) {
        CompletableFuture<CompiledRelease> cached = published.getIfPresent(key(bot, number));
        if (cached == null || cached.state() != CompletableFuture.State.SUCCESS) {
            throw new ReleaseNotLoaded(bot, number);
        }
        return cached.resultNow();
    }

    @Override
    public CompiledRelease draft(BotId bot) {
        return await(
                drafts.get(releases.draft(bot), (content, executor) -> begin(() -> engine.compile(content, null))));
    }

    private CompiledRelease load(Key key) {
        return TenantScope.call(key.tenant(), () -> {
            PublishedRelease release = releases.load(key.bot(), key.number());
            return engine.load(release.content(), release.compiled());
        });
    }

    private static Key key(BotId bot, int number) {
        return new Key(TenantScope.required(), bot, number);
    }

    private static CompletableFuture<CompiledRelease> begin(Supplier<CompiledRelease> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    private static CompiledRelease await(CompletableFuture<CompiledRelease> making) {
        try {
            return making.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Problem(Code.UNAVAILABLE, "The bot is being made ready. Try again in a moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Code.UNAVAILABLE, "This node is going down. Try again in a moment.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Problem problem
                    ? problem
                    : new IllegalStateException("A release could not be loaded", e.getCause());
        }
    }

    private static <K> AsyncCache<K, CompiledRelease> bounded(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((K key, CompiledRelease release) -> (int) Math.min(Integer.MAX_VALUE, release.weight()))
                .buildAsync();
    }
}
