package io.xiaoer.rehearsal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.rehearsal.internal.Changed;
import io.xiaoer.rehearsal.internal.Comparison;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** What a change of the bound shop's drafts would do, before it is saved. Takes seconds, and is not for use in a transaction. */
@Service
@Requires(Permission.EDIT)
public class Effects {

    /** How far back questions are looked at. */
    public static final int DAYS = 30;

    private final CompiledReleases releases;
    private final Engine engine;
    private final Comparison comparison;

    Effects(CompiledReleases releases, Engine engine, Comparison comparison) {
        this.releases = releases;
        this.engine = engine;
        this.comparison = comparison;
    }

    /**
     * The draft as it is against the draft with these entries in it. An entry takes the place of the one with its key, and leaves if it is
     * not enabled; one without a key is new.
     *
     * @throws Problem if an entry is not valid, or with {@link Code#UNAVAILABLE} if making the bot ready takes long; it goes on
     */
    public Effect of(BotId bot, List<EntryDraft> changed) {
        changed.forEach(EntryDraft::validate);
        return effect(bot, content -> Changed.with(content, changed));
    }

    /**
     * The draft as it is against what {@code change} makes of it.
     *
     * @throws Problem with {@link Code#UNAVAILABLE} if making the bot ready takes long; it goes on
     */
    public Effect of(BotId bot, UnaryOperator<ReleaseContent> change) {
        return effect(bot, change);
    }

    private Effect effect(BotId bot, UnaryOperator<ReleaseContent> change) {
        CompiledRelease before = releases.draft(bot);
        ReleaseContent content = change.apply(before.content());
        CompiledRelease after = content.equals(before.content()) ? before : engine.compile(content, before);
        return comparison.of(bot, before, after, DAYS);
    }
}
