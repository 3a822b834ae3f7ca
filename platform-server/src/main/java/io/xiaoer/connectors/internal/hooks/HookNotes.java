package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.tenancy.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes what is to be told: all that happens in a transaction in one statement, before it commits. A shop that wants to be told of nothing
 * costs no statement.
 */
@Component
class HookNotes {

    private final Subscriptions subscriptions;
    private final HookDeliveryRows rows;
    private final HookLanes lanes;
    private final TransactionTemplate transaction;

    HookNotes(Subscriptions subscriptions, HookDeliveryRows rows, HookLanes lanes, TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.rows = rows;
        this.lanes = lanes;
        this.transaction = transaction;
    }

    /** One event for one endpoint. */
    record Note(UUID hook, Happening happening) {}

    void add(TenantId tenant, Happening happening) {
        List<Note> fresh = subscriptions.to(tenant, happening.event()).stream()
                .map(hook -> new Note(hook, happening))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            ofThisTransaction(tenant).notes.addAll(fresh);
        } else {
            transaction.executeWithoutResult(
                    status -> ofThisTransaction(tenant).notes.addAll(fresh));
        }
    }

    private Gathered ofThisTransaction(TenantId tenant) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered there) {
            return there;
        }
        Gathered gathered = new Gathered(tenant);
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private final class Gathered implements TransactionSynchronization {

        private final TenantId tenant;
        private final List<Note> notes = new ArrayList<>();

        Gathered(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.insert(tenant, notes);
        }

        @Override
        public void afterCommit() {
            Set<UUID> hooks = new LinkedHashSet<>();
            notes.forEach(note -> hooks.add(note.hook()));
            hooks.forEach(hook -> lanes.wake(tenant, hook));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(HookNotes.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(HookNotes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(HookNotes.this, this);
        }
    }
}
