package io.xiaoer.tenancy;

/** Something that happened in one shop. Events carry ids, never personal data. */
public interface TenantEvent {

    TenantId tenantId();
}
