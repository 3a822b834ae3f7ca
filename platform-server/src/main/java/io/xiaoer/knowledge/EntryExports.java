package io.xiaoer.knowledge;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.internal.EntryRows;
import io.xiaoer.knowledge.internal.EntrySheets;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the bound shop's draft entries out as files, which {@link EntryImports} takes back without a change. */
@Service
@Requires(Permission.VIEW)
public class EntryExports {

    private final EntryRows rows;

    EntryExports(EntryRows rows) {
        this.rows = rows;
    }

    /**
     * All entries in key order, also those that do not answer.
     *
     * @param locale the language of the headings
     * @throws Problem if an entry does not fit the format
     */
    @Transactional(readOnly = true)
    public byte[] export(BotId bot, SheetFormat format, String locale) {
        return EntrySheets.write(format, rows.all(TenantScope.required(), bot), locale);
    }
}
