package io.xiaoer.conversations;

import io.xiaoer.conversations.CannedReply.Draft;
import io.xiaoer.conversations.internal.CannedReplyRows;
import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people at the bound shop's desk say often. */
@Service
@Requires(Permission.EDIT)
public class CannedReplies {

    /** The most of a shop. Two new ones at the same moment may exceed it by one. */
    public static final int MAX_REPLIES = 500;

    private final CannedReplyRows rows;
    private final ApplicationEventPublisher events;

    CannedReplies(CannedReplyRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** All of them, in the order of their shortcuts. */
    @Transactional(readOnly = true)
    @Requires(Permission.CONVERSE)
    public List<CannedReply> list() {
        return rows.all(TenantScope.required());
    }

    /** @throws Problem if the draft is not valid, its shortcut is taken, or the shop has {@link #MAX_REPLIES} */
    @Transactional
    public CannedReply add(Draft draft) {
        TenantId tenant = TenantScope.required();
        CannedReply fresh = reply(Ids.next(), draft, 1);
        if (rows.count(tenant) >= MAX_REPLIES) {
            throw Problem.quota(
                    "replies", "A shop may have " + MAX_REPLIES + " canned replies. Delete some it does not need.");
        }
        if (!rows.insert(tenant, fresh)) {
            throw taken();
        }
        events.publishEvent(new Audited("canned-reply.created", fresh.shortcut(), null, fresh));
        return fresh;
    }

    /** @throws Problem if the draft is not valid, its shortcut is taken, there is no such reply, or someone else changed it */
    @Transactional
    public CannedReply change(UUID id, Draft draft) {
        TenantId tenant = TenantScope.required();
        CannedReply old = find(tenant, id);
        if (draft.version() != null && draft.version() != old.version()) {
            throw Problem.versionConflict();
        }
        CannedReply fresh = reply(id, draft, old.version() + 1);
        if (rows.isTaken(tenant, fresh.shortcut(), id)) {
            throw taken();
        }
        if (!rows.update(tenant, fresh)) {
            throw Problem.versionConflict();
        }
        events.publishEvent(new Audited("canned-reply.changed", fresh.shortcut(), old, fresh));
        return fresh;
    }

    /** @throws Problem if there is none */
    @Transactional
    public void delete(UUID id) {
        TenantId tenant = TenantScope.required();
        CannedReply old = find(tenant, id);
        rows.delete(tenant, id);
        events.publishEvent(new Audited("canned-reply.deleted", old.shortcut(), old, null));
    }

    private CannedReply find(TenantId tenant, UUID id) {
        return rows.find(tenant, id).orElseThrow(() -> Problem.notFound("canned reply"));
    }

    private static CannedReply reply(UUID id, Draft draft, int version) {
        draft.validate();
        return new CannedReply(
                id,
                Objects.requireNonNull(draft.title()).strip(),
                Objects.requireNonNull(draft.shortcut()).strip(),
                Objects.requireNonNull(draft.text()).strip(),
                version);
    }

    private static Problem taken() {
        return Problem.invalid("shortcut", "is taken by another reply. Choose another one.");
    }
}
