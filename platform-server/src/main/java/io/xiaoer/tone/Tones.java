package io.xiaoer.tone;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tone.internal.ToneRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The voices of the bound shop's bots, as drafts; shoppers hear them after a release. */
@Service
@Requires(Permission.VIEW)
public class Tones {

    private final ToneRows rows;

    Tones(ToneRows rows) {
        this.rows = rows;
    }

    /** The bot's voice; a plain one if none was chosen. */
    @Transactional(readOnly = true)
    public ToneProfile of(BotId bot) {
        return rows.find(TenantScope.required(), bot).orElseGet(ToneProfile::plain);
    }

    @Transactional
    @Requires(Permission.EDIT)
    public void save(BotId bot, ToneProfile profile) {
        rows.save(TenantScope.required(), bot, profile);
    }
}
