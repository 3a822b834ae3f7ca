package io.xiaoer.tenancy;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must be found before a tenant is known, and what must be unique across shops. Looked up by exact key only.
 * Registering what exists already throws {@link org.springframework.dao.DuplicateKeyException}.
 */
@Repository
public class Directory {

    private static final int PAGE = 500;

    private final DSLContext db;

    Directory(DSLContext db) {
        this.db = db;
    }

    /** Who logs in with an e-mail address. */
    public record LoginEntry(TenantId tenant, UUID memberId) {}

    /** What a link that was handed out leads to. */
    public record LinkEntry(TenantId tenant, UUID subjectId) {}

    /** Which bot a widget key opens. */
    public record WidgetEntry(TenantId tenant, UUID botId) {}

    @Transactional
    public void registerShop(TenantId tenant, OffsetDateTime at) {
        db.execute("select directory.register_shop(?, ?::timestamptz)", tenant.value(), at);
    }

    /** @param email in lower case */
    @Transactional
    public void registerLogin(String email, TenantId tenant, UUID memberId) {
        db.execute("select directory.register_login(?, ?, ?)", email, tenant.value(), memberId);
    }

    @Transactional
    public void forgetLogin(String email, TenantId tenant, UUID memberId) {
        db.execute("select directory.forget_login(?, ?, ?)", email, tenant.value(), memberId);
    }

    /**
     * Keeps a link that is being handed out.
     *
     * @param digest of the link's token, which itself is kept nowhere
     * @param kind what such links are for
     */
    @Transactional
    public void registerLink(String digest, TenantId tenant, String kind, UUID subjectId, OffsetDateTime at) {
        db.execute(
                "select directory.register_link(?, ?, ?, ?, ?::timestamptz)",
                digest,
                tenant.value(),
                kind,
                subjectId,
                at);
    }

    @Transactional(readOnly = true)
    public Optional<LinkEntry> findLink(String digest, String kind) {
        return db.resultQuery("select tenant_id, subject_id from directory.find_link(?, ?)", digest, kind)
                .fetchOptional(row -> new LinkEntry(
                        new TenantId(row.get("tenant_id", UUID.class)), row.get("subject_id", UUID.class)));
    }

    /** Drops a tenant's links that were handed out before {@code before}. */
    @Transactional
    public void forgetLinks(TenantId tenant, OffsetDateTime before) {
        db.execute("select directory.forget_links(?, ?::timestamptz)", tenant.value(), before);
    }

    @Transactional
    public void registerApiClient(String clientId, TenantId tenant) {
        db.execute("select directory.register_api_client(?, ?)", clientId, tenant.value());
    }

    /** Forgets a client of {@code tenant}; nothing happens to another's. */
    @Transactional
    public void forgetApiClient(String clientId, TenantId tenant) {
        db.execute("select directory.forget_api_client(?, ?)", clientId, tenant.value());
    }

    @Transactional
    public void registerWidgetKey(String widgetKey, TenantId tenant, UUID botId) {
        db.execute("select directory.register_widget_key(?, ?, ?)", widgetKey, tenant.value(), botId);
    }

    @Transactional
    public void registerWebhookEndpoint(String endpoint, TenantId tenant) {
        db.execute("select directory.register_webhook_endpoint(?, ?)", endpoint, tenant.value());
    }

    @Transactional(readOnly = true)
    public Optional<TenantId> findWebhookEndpoint(String endpoint) {
        return db.resultQuery("select tenant_id from directory.find_webhook_endpoint(?)", endpoint)
                .fetchOptional(row -> new TenantId(row.get("tenant_id", UUID.class)));
    }

    /**
     * Keeps which shop a platform speaks of.
     *
     * @return false if another tenant has it
     */
    @Transactional
    public boolean registerBridgeAccount(String bridge, String account, TenantId tenant) {
        return Boolean.TRUE.equals(db.resultQuery(
                        "select directory.register_bridge_account(?, ?, ?) as own", bridge, account, tenant.value())
                .fetchOne("own", Boolean.class));
    }

    @Transactional
    public void forgetBridgeAccount(String bridge, String account, TenantId tenant) {
        db.execute("select directory.forget_bridge_account(?, ?, ?)", bridge, account, tenant.value());
    }

    @Transactional(readOnly = true)
    public Optional<TenantId> findBridgeAccount(String bridge, String account) {
        return db.resultQuery("select tenant_id from directory.find_bridge_account(?, ?)", bridge, account)
                .fetchOptional(row -> new TenantId(row.get("tenant_id", UUID.class)));
    }

    /** @param email in lower case */
    @Transactional(readOnly = true)
    public Optional<LoginEntry> findLogin(String email) {
        return db.resultQuery("select tenant_id, member_id from directory.find_login(?)", email)
                .fetchOptional(row -> new LoginEntry(
                        new TenantId(row.get("tenant_id", UUID.class)), row.get("member_id", UUID.class)));
    }

    @Transactional(readOnly = true)
    public Optional<TenantId> findApiClient(String clientId) {
        return db.resultQuery("select tenant_id from directory.find_api_client(?)", clientId)
                .fetchOptional(row -> new TenantId(row.get("tenant_id", UUID.class)));
    }

    @Transactional(readOnly = true)
    public Optional<WidgetEntry> findWidgetKey(String widgetKey) {
        return db.resultQuery("select tenant_id, bot_id from directory.find_widget_key(?)", widgetKey)
                .fetchOptional(row ->
                        new WidgetEntry(new TenantId(row.get("tenant_id", UUID.class)), row.get("bot_id", UUID.class)));
    }

    /** All tenants in id order, read page by page, each page in a transaction of its own. */
    public Iterable<TenantId> tenants() {
        return Pages::new;
    }

    private final class Pages implements Iterator<TenantId> {
        private final Deque<TenantId> page = new ArrayDeque<>();
        private @Nullable UUID last;
        private boolean finished;

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && !finished) {
                db.transaction(tx -> tx.dsl()
                        .resultQuery("select tenant_id from directory.tenants_after(?::uuid, ?)", last, PAGE)
                        .forEach(row -> page.add(new TenantId(row.get("tenant_id", UUID.class)))));
                finished = page.size() < PAGE;
            }
            return !page.isEmpty();
        }

        @Override
        public TenantId next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            TenantId tenant = page.remove();
            last = tenant.value();
            return tenant;
        }
    }
}
