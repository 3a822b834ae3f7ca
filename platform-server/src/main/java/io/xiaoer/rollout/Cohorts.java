package io.xiaoer.rollout;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.internal.SideRows;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the pilots of the bound shop's bots. */
@Service
@Requires(Permission.VIEW)
public class Cohorts {

    private final SideRows sides;

    Cohorts(SideRows sides) {
        this.sides = sides;
    }

    /** The members of a pilot, those first who came last; {@code cursor} from the page before. */
    @Transactional(readOnly = true)
    public Page<Member> members(BotId bot, int pilot, @Nullable String cursor, int limit) {
        int from = Page.afterNumber(cursor, 0);
        List<Member> found = sides.members(TenantScope.required(), bot, pilot, from, limit + 1);
        return Page.of(found, limit, last -> Integer.toString(from + limit));
    }
}
