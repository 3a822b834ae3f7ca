package io.xiaoer.tenants.internal;

import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Directory.LinkEntry;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Unguessable links. Only a digest of each is kept, so that whoever reads the database can use none. */
@Component
public class Links {

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 100;

    private final Directory directory;
    private final Clock clock;

    Links(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What a link is for. */
    public enum Kind {
        INVITATION,
        PASSWORD_RESET
    }

    /** Makes a link; its token is in the result and nowhere else. */
    public String make(TenantId tenant, Kind kind, UUID subject) {
        String token = Ids.secret(TOKEN_BYTES);
        directory.registerLink(Digests.sha256Hex(token), tenant, kind.name(), subject, OffsetDateTime.now(clock));
        return token;
    }

    public Optional<LinkEntry> find(Kind kind, String token) {
        return token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : directory.findLink(Digests.sha256Hex(token), kind.name());
    }
}
