package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.ImageId;
import io.xiaoer.conversations.ImageStore;
import io.xiaoer.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Pictures as files of the data directory, a folder for each shop. Names are ids and nothing else, so none leads out of it. */
@Component
@Fallback
class LocalImages implements ImageStore {

    private final Path root;

    @Autowired
    LocalImages(@Value("${xiaoer.db.data}") Path data) {
        this.root = data.toAbsolutePath().normalize().resolve("images");
    }

    @Override
    public void put(TenantId tenant, ImageId id, byte[] bytes) {
        try {
            Path folder = folder(tenant);
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                force(root);
            }
            Path fresh = Files.createTempFile(
                    folder,
                    "image",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    ByteBuffer left = ByteBuffer.wrap(bytes);
                    while (left.hasRemaining()) {
                        channel.write(left);
                    }
                    channel.force(true);
                }
                Files.move(fresh, file(tenant, id), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written to " + root, e);
        }
    }

    @Override
    public Optional<byte[]> get(TenantId tenant, ImageId id) {
        try {
            return Optional.of(Files.readAllBytes(file(tenant, id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be read from " + root, e);
        }
    }

    @Override
    public void delete(TenantId tenant, ImageId id) {
        try {
            if (Files.deleteIfExists(file(tenant, id))) {
                force(folder(tenant));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be removed from " + root, e);
        }
    }

    private Path folder(TenantId tenant) {
        return root.resolve(tenant.value().toString());
    }

    private Path file(TenantId tenant, ImageId id) {
        return folder(tenant).resolve(id.value().toString());
    }

    /** Has the folder itself written: what was made in it, renamed or removed. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
