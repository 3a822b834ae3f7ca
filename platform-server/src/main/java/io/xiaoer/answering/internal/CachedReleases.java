package io.xiaoer.answering.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.bots.BotId;
import io.xiaoer.releases.PublishedRelease;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.Releases;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Releases are immutable, so what is cached is never stale. */
@Component
class CachedReleases implements CompiledReleases {

    private static final long MEGABYTE = 1 << 20;

    private final Engine engine;
    private final Releases releases;
    private final Cache<Key, CompiledRelease> published;
    private final Cache<ReleaseContent, CompiledRelease> drafts;

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
        Key key = new Key(TenantScope.required(), bot, number);
        // not computed under the cache's lock: loading uses a database connection, and waiting for one inside a lock
        // could block every other shop; loading twice at once only costs time
        CompiledRelease cached = published.getIfPresent(key);
        if (cached == null) {
            PublishedRelease release = releases.load(bot, number);
            cached = engine.load(release.content(), release.compiled());
            published.put(key, cached);
        }
        return cached;
    }

    @Override
    public CompiledRelease draft(BotId bot) {
        ReleaseContent content = releases.draft(bot);
        return drafts.get(content, fresh -> engine.compile(fresh, null));
    }

    private static <K> Cache<K, CompiledRelease> bounded(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((K key, CompiledRelease release) -> (int) Math.min(Integer.MAX_VALUE, release.weight()))
                .build();
    }
}
