package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.EntryVersionRows;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound shop's entries were, and who made them so. All of it is kept, also of entries that are gone. */
@Service
@Requires(Permission.VIEW)
public class EntryVersions {

    private final EntryVersionRows rows;

    EntryVersions(EntryVersionRows rows) {
        this.rows = rows;
    }

    /** Newest first; empty if there never was such an entry. */
    @Transactional(readOnly = true)
    public Page<EntryVersion> list(BotId bot, String key, @Nullable String cursor, int limit) {
        int before = Page.afterNumber(cursor, Integer.MAX_VALUE);
        return Page.of(
                rows.before(TenantScope.required(), bot, key, before, limit + 1),
                limit,
                version -> Integer.toString(version.number()));
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public EntryVersion get(BotId bot, String key, int number) {
        return rows.find(TenantScope.required(), bot, key, number).orElseThrow(() -> Problem.notFound("version"));
    }

    /** The version that came before; empty for the first. */
    @Transactional(readOnly = true)
    public Optional<EntryVersion> before(BotId bot, String key, int number) {
        return rows.before(TenantScope.required(), bot, key, number, 1).stream().findFirst();
    }
}
