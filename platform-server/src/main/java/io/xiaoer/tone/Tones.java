package io.xiaoer.tone;

import io.xiaoer.bots.BotId;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tone.internal.ToneRows;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The voices of the bound shop's bots, as drafts; shoppers hear them after a release. */
@Service
@Requires(Permission.VIEW)
public class Tones {

    private final ToneRows rows;
    private final ApplicationEventPublisher events;

    Tones(ToneRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** The bot's voice; a plain one if none was chosen. */
    @Transactional(readOnly = true)
    public ToneProfile of(BotId bot) {
        return get(bot).profile();
    }

    /** The bot's voice with its version; a plain one if none was chosen. */
    @Transactional(readOnly = true)
    public Tone get(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseGet(() -> new Tone(ToneProfile.plain(), 0));
    }

    /** Saves over whatever is there. */
    @Transactional
    @Requires(Permission.EDIT)
    public Tone save(BotId bot, ToneProfile profile) {
        return save(bot, ToneDraft.of(profile, null));
    }

    /** @throws Problem if the draft is not valid, or was made on an older version */
    @Transactional
    @Requires(Permission.EDIT)
    public Tone save(BotId bot, ToneDraft draft) {
        draft.validate();
        Optional<Tone> old = rows.find(TenantScope.required(), bot);
        int version = old.map(Tone::version).orElse(0);
        if (draft.version() != null && draft.version() != version) {
            throw Problem.versionConflict();
        }
        Tone fresh = new Tone(draft.toProfile(), version + 1);
        if (!rows.save(TenantScope.required(), bot, fresh)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited(
                "tone.changed", bot.toString(), old.map(Tone::profile).orElse(null), fresh.profile()));
        return fresh;
    }
}
