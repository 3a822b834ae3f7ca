package io.xiaoer.security.internal;

import io.xiaoer.security.OperatorUser;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables of vendor staff: people and programs. */
@Repository
class Operators {

    private final DSLContext db;

    Operators(DSLContext db) {
        this.db = db;
    }

    /** A program of the vendor's. */
    record OpsClient(String clientId, String secretHash, String scope) {}

    /** @param email in lower case */
    @Transactional(readOnly = true)
    public Optional<OperatorUser> find(String email) {
        return db.resultQuery("select email, password_hash from platform.operator where email = ?", email)
                .fetchOptional(row ->
                        new OperatorUser(row.get("email", String.class), row.get("password_hash", String.class)));
    }

    @Transactional(readOnly = true)
    public Optional<OpsClient> findClient(String clientId) {
        return db.resultQuery(
                        "select client_id, secret_hash, scope from platform.ops_client where client_id = ?", clientId)
                .fetchOptional(row -> new OpsClient(
                        row.get("client_id", String.class),
                        row.get("secret_hash", String.class),
                        row.get("scope", String.class)));
    }

    @Transactional(readOnly = true)
    public boolean areThere() {
        return db.resultQuery("select exists (select from platform.operator) as there")
                .fetchSingle(row -> row.get("there", Boolean.class));
    }

    /** Does nothing if there is one with this address. */
    @Transactional
    public void add(String email, String passwordHash, OffsetDateTime at) {
        db.execute(
                "insert into platform.operator (email, password_hash, created_at) values (?, ?, ?::timestamptz)"
                        + " on conflict do nothing",
                email,
                passwordHash,
                at);
    }

    /** Replaces a password that nobody else has replaced meanwhile. */
    @Transactional
    public boolean changePassword(String email, String oldHash, String newHash) {
        return db.execute(
                        "update platform.operator set password_hash = ? where email = ? and password_hash = ?",
                        newHash,
                        email,
                        oldHash)
                > 0;
    }

    /** Replaces a secret that nobody else has replaced meanwhile. */
    @Transactional
    public boolean changeSecret(String clientId, String oldHash, String newHash) {
        return db.execute(
                        "update platform.ops_client set secret_hash = ? where client_id = ? and secret_hash = ?",
                        newHash,
                        clientId,
                        oldHash)
                > 0;
    }

    /** Does nothing if there is one with this id. */
    @Transactional
    public void addClient(String clientId, String secretHash, OffsetDateTime at) {
        db.execute(
                "insert into platform.ops_client (client_id, secret_hash, scope, created_at)"
                        + " values (?, ?, 'ops', ?::timestamptz) on conflict do nothing",
                clientId,
                secretHash,
                at);
    }
}
