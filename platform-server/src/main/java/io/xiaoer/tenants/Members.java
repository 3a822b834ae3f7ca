package io.xiaoer.tenants;

import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.internal.MemberRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the bound shop. */
@Service
@Requires(Permission.ADMINISTER)
public class Members {

    private final MemberRows rows;
    private final Directory directory;
    private final Clock clock;

    Members(MemberRows rows, Directory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** The form in which an e-mail address is stored and compared. */
    public static String canonicalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static Problem emailTaken() {
        return new Problem(Code.EMAIL_TAKEN, "This e-mail address already has an account. Log in instead.");
    }

    /**
     * Adds a member who can log in.
     *
     * @param passwordHash as the password encoder made it
     * @throws Problem with {@link Code#EMAIL_TAKEN} if the address belongs to a member of any shop
     */
    @Transactional
    public Member add(String email, String passwordHash, Role role) {
        TenantId tenant = TenantScope.required();
        Member member = new Member(Ids.next(), canonicalEmail(email), passwordHash, role);
        try {
            directory.registerLogin(member.email(), tenant, member.id());
        } catch (DuplicateKeyException e) {
            throw emailTaken();
        }
        rows.insert(tenant, member, OffsetDateTime.now(clock));
        return member;
    }

    @Transactional(readOnly = true)
    @OpenToAll("the login asks before anybody is known")
    public Optional<Member> find(UUID memberId) {
        return rows.find(TenantScope.required(), memberId);
    }
}
