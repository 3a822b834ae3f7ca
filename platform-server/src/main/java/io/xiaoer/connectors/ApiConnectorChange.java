package io.xiaoer.connectors;

import org.jspecify.annotations.Nullable;

/**
 * What the connection shall be.
 *
 * @param lookupUrl null for none
 * @param enabled null means on if there is an address
 * @param version the version the change was made on; null changes whatever is there
 */
public record ApiConnectorChange(
        @Nullable String lookupUrl,
        @Nullable Boolean enabled,
        @Nullable Integer version) {}
