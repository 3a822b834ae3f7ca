package io.xiaoer.conversations;

import io.xiaoer.tenancy.TenantId;
import java.util.Optional;

/**
 * Where the bytes of shoppers' pictures are. Who may see one is decided before it is asked, and its bytes never change. The
 * default keeps files in the data directory; another bean of this type takes its place.
 */
public interface ImageStore {

    /**
     * Keeps a picture. Once this returns, it is there whole, whatever happens to the machine.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    void put(TenantId tenant, ImageId id, byte[] bytes);

    /** The bytes as they were put; empty if there are none. */
    Optional<byte[]> get(TenantId tenant, ImageId id);

    /** Removes a picture for good; nothing happens if it is not there. */
    void delete(TenantId tenant, ImageId id);
}
