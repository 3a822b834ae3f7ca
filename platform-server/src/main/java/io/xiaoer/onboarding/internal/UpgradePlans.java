package io.xiaoer.onboarding.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.PackUpgrade;
import io.xiaoer.rehearsal.TestCases;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tone.Tones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what a bot has from its pack with what the pack is now. Within the caller's transaction. */
@Component
public class UpgradePlans {

    /** A first release is noted as that of a version of its pack. */
    private static final Pattern FIRST = Pattern.compile(".* v(\\d+)");

    private final AppliedPackRows rows;
    private final Packs packs;
    private final Shops shops;
    private final KnowledgeDrafts knowledge;
    private final Tones tones;
    private final TestCases cases;
    private final Releases releases;

    UpgradePlans(
            AppliedPackRows rows,
            Packs packs,
            Shops shops,
            KnowledgeDrafts knowledge,
            Tones tones,
            TestCases cases,
            Releases releases) {
        this.rows = rows;
        this.packs = packs;
        this.shops = shops;
        this.knowledge = knowledge;
        this.tones = tones;
        this.cases = cases;
        this.releases = releases;
    }

    /** An upgrade in full: what it is compared with, what would come of it. */
    public record Plan(PackUpgrade upgrade, Pack pack, ShopWords mine, Merge.Merged merged) {}

    /** What the bot has, and what its pack is now. */
    private record Standing(AppliedPack.@Nullable Head head, int version, Pack pack) {}

    /** Whether there is a newer version of the bot's pack; costs next to nothing. */
    public boolean isNewer(BotId bot) {
        Standing standing = standing(bot);
        return standing.pack().version() > standing.version();
    }

    /** Empty if there is no newer version, or nothing in it that the bot does not have. */
    public Optional<Plan> plan(BotId bot) {
        Standing standing = standing(bot);
        Pack pack = standing.pack();
        if (pack.version() <= standing.version()) {
            return Optional.empty();
        }
        PackWords old = base(bot, standing);
        ShopWords mine = mine(bot);
        Merge.Merged merged = Merge.of(old, mine, PackWords.of(pack));
        if (merged.items().isEmpty()) {
            return Optional.empty();
        }
        String compared = pack.key()
                + '/'
                + pack.locale()
                + '/'
                + old.version()
                + '/'
                + pack.version()
                + '/'
                + (standing.head() == null ? 0 : standing.head().number())
                + '/'
                + mine.digest();
        PackUpgrade upgrade =
                new PackUpgrade(pack.key(), old.version(), pack.version(), Digests.sha256Hex(compared), merged.items());
        return Optional.of(new Plan(upgrade, pack, mine, merged));
    }

    private Standing standing(BotId bot) {
        Optional<AppliedPack.Head> head = rows.head(TenantScope.required(), bot);
        if (head.isPresent()) {
            AppliedPack.Head has = head.get();
            return new Standing(has, has.version(), packs.get(has.template(), has.locale()));
        }
        Shop shop = shops.current();
        return new Standing(null, firstVersion(bot), packs.of(shop));
    }

    private int firstVersion(BotId bot) {
        if (!releases.exists(bot, 1)) {
            return Integer.MAX_VALUE;
        }
        Matcher note = FIRST.matcher(releases.get(bot, 1).note());
        return note.matches() ? Integer.parseInt(note.group(1)) : 1;
    }

    private PackWords base(BotId bot, Standing standing) {
        AppliedPack.Head head = standing.head();
        return head == null
                ? PackWords.of(standing.version(), releases.content(bot, ReleaseRef.of(1)))
                : rows.find(TenantScope.required(), bot, head.number())
                        .orElseThrow()
                        .content();
    }

    private ShopWords mine(BotId bot) {
        List<Entry> entries = new ArrayList<>();
        String cursor = null;
        do {
            Page<Entry> page = knowledge.list(bot, cursor, Page.MAX_LIMIT);
            entries.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return new ShopWords(List.copyOf(entries), knowledge.versionedLexicon(bot), tones.get(bot), cases.all(bot));
    }
}
