package io.xiaoer.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The generated key, in a file of the data directory that only its owner may read. */
final class DataKeyFile {

    private final Path file;

    DataKeyFile(Path directory) {
        this.file = directory.toAbsolutePath().normalize().resolve("data.key");
    }

    Path path() {
        return file;
    }

    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("The data key in " + file + " cannot be read.", e);
        }
    }

    /**
     * Writes a key unless another process did so meanwhile. Once this returns, the file is there whole, whatever happens to
     * the machine.
     *
     * @return the key that the file holds
     */
    String write(String key) {
        try {
            Path directory = file.getParent();
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(
                    directory,
                    "data-key",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.write(StandardCharsets.UTF_8.encode(key));
                    channel.force(true);
                }
                // unlike a move, a link never replaces what another process has just made
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The data key could not be written to " + file, e);
        }
    }
}
