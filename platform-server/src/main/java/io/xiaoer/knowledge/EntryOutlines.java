package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.OutlineRows;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All draft entries of the bound shop's bots at a glance, thousands at once, without their answers. */
@Service
@Requires(Permission.VIEW)
public class EntryOutlines {

    private final OutlineRows rows;

    EntryOutlines(OutlineRows rows) {
        this.rows = rows;
    }

    /** In no particular order. */
    @Transactional(readOnly = true)
    public List<EntryOutline> of(BotId bot) {
        return rows.all(TenantScope.required(), bot);
    }
}
