package io.xiaoer.mail;

import io.xiaoer.mail.internal.Delivery;
import io.xiaoer.mail.internal.OutgoingRows;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters of the bound shop to people. */
@Service
@OpenToAll("a letter is part of a change that was allowed")
public class Letters {

    /** So that nobody opens a shop to write to strangers. */
    static final int A_DAY = 200;

    private final OutgoingRows rows;
    private final Delivery delivery;
    private final Clock clock;

    Letters(OutgoingRows rows, Delivery delivery, Clock clock) {
        this.rows = rows;
        this.delivery = delivery;
        this.clock = clock;
    }

    public Carriage carriage() {
        return delivery.carriage();
    }

    /**
     * Writes a letter within the transaction of the change it speaks of; it leaves once that has committed. Where letters go
     * nowhere, none is written.
     *
     * @throws Problem with {@link Code#QUOTA_EXCEEDED} naming {@code letters} if the shop has written {@value #A_DAY} of the
     *     kind within a day
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        OffsetDateTime dayAgo = OffsetDateTime.now(clock).minus(Duration.ofDays(1));
        if (carriage() != Carriage.NONE && rows.countSince(TenantScope.required(), letter.kind(), dayAgo) >= A_DAY) {
            throw Problem.quota("letters", "The shop has written many letters today. Try again tomorrow.");
        }
        write(letter);
    }

    /** Writes a letter that strangers can ask for, and that is limited where they do: it takes none from the shop. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void postAsked(Letter letter) {
        write(letter);
    }

    private void write(Letter letter) {
        if (carriage() == Carriage.NONE) {
            return;
        }
        TenantId tenant = TenantScope.required();
        UUID id = Ids.next();
        rows.insert(tenant, id, letter, OffsetDateTime.now(clock));
        delivery.afterCommit(tenant, id);
    }
}
