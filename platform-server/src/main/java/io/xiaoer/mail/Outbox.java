package io.xiaoer.mail;

import io.xiaoer.mail.internal.LetterBox;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import org.springframework.stereotype.Service;

/** Letters kept in memory where no mail server is set; the newest of each shop, until the platform stops. */
@Service
@Requires(Permission.ADMINISTER)
public class Outbox {

    private final LetterBox box;

    Outbox(LetterBox box) {
        this.box = box;
    }

    /** Those of the bound shop, newest first. */
    public List<OutboxLetter> letters() {
        return box.of(TenantScope.required());
    }

    /**
     * Everybody's, newest first.
     *
     * @param key as it was printed when the platform started
     * @throws Problem if it is another
     */
    @OpenToAll("the key is the permission")
    public List<OutboxLetter> everybodys(String key) {
        if (!box.isKey(key)) {
            throw Problem.invalid("key", "is not the one that was printed when the platform started");
        }
        return box.all();
    }
}
