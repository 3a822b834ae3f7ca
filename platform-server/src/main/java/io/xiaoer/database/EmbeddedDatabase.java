package io.xiaoer.database;

import io.xiaoer.database.DatabaseAccess.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own in a data directory: persistent, durable (a committed transaction survives the loss of
 * power), reachable over loopback with a password only.
 *
 * <p>Starting recovers from {@code kill -9}: of this process alone (the server it left behind is stopped first) and of
 * both. One process at a time owns a directory; a second one is refused.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(30);
    private static final int START_ATTEMPTS = 3;

    private final EmbeddedPostgres postgres;
    private final FileChannel lockFile;
    private final DatabaseAccess access;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileChannel lockFile, DatabaseAccess access) {
        this.postgres = postgres;
        this.lockFile = lockFile;
        this.access = access;
    }

    /**
     * Starts the server in {@code home}, making it on the first call.
     *
     * @param rolesScript the text of {@code infra/postgres/roles.sql}
     * @throws IllegalStateException if another process uses {@code home}, or the server cannot be started; the message
     *     says what to do
     */
    public static EmbeddedDatabase start(Path home, String rolesScript) {
        try {
            Files.createDirectories(home);
            FileChannel lockFile = lock(home);
            try {
                return startLocked(home, rolesScript, lockFile);
            } catch (IOException | SQLException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The embedded database could not start in " + home + ": " + e.getMessage() + ". See "
                            + home.resolve("postgres.log"),
                    e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database's roles could not be prepared", e);
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another Xiaoer is already using the data directory " + home
                    + ". Stop it first, or set XIAOER_DATA to another directory.");
        }
        return channel;
    }

    private static EmbeddedDatabase startLocked(Path home, String rolesScript, FileChannel lockFile)
            throws IOException, SQLException {
        Path data = home.resolve("data");
        Path complete = home.resolve("data.complete");
        if (!Files.exists(complete)) {
            // nothing was ever stored before the first start completed: a half-made directory is made again
            stopLeftBehind(data);
            FileSystemUtils.deleteRecursively(data);
        } else {
            stopLeftBehind(data);
        }
        Properties passwords = passwords(home.resolve("passwords.properties"));
        String superuserPassword = passwords.getProperty("postgres");
        Path passwordFile = Files.createTempFile(home, "initdb", ".tmp", ownerOnly());
        EmbeddedPostgres postgres;
        int port;
        try {
            Files.writeString(passwordFile, superuserPassword + "\n");
            port = port(home.resolve("port"));
            postgres = startServer(home, data, passwordFile, superuserPassword, port);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Login owner = new Login("xiaoer_owner", passwords.getProperty("owner"));
        Login app = new Login("xiaoer_app", passwords.getProperty("app"));
        Login operator = new Login("xiaoer_operator", passwords.getProperty("operator"));
        if (!Files.exists(complete)) {
            try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
                DatabaseAccess.prepareRoles(superuser, rolesScript, owner, app, operator);
            }
            Files.writeString(complete, "made by PostgreSQL initdb\n");
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        LOG.info("Embedded PostgreSQL is up in {} on port {}", home, port);
        return new EmbeddedDatabase(postgres, lockFile, new DatabaseAccess(url, owner, app, operator));
    }

    private static EmbeddedPostgres startServer(
            Path home, Path data, Path passwordFile, String superuserPassword, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Files.createDirectories(home.resolve("binaries")).toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Spring closes the server after everything that uses it
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_LIMIT)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", superuserPassword)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres.log").toFile()));
        IOException last = new IOException("not started");
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            try {
                return builder.start();
            } catch (IOException e) {
                // the backends of a killed server may hold its shared memory a moment longer
                LOG.warn("Embedded PostgreSQL did not start (attempt {} of {})", attempt, START_ATTEMPTS, e);
                last = e;
                stopLeftBehind(data);
            }
        }
        throw last;
    }

    /** Stops the server that a killed process left running on {@code data}, and clears a stale pid file. */
    private static void stopLeftBehind(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null || !process.isAlive()) {
            return;
        }
        if (!isServerOf(pid, process, data)) {
            // the number was given to another program since; PostgreSQL would refuse to start because of it
            Files.deleteIfExists(pidFile);
            return;
        }
        LOG.info("Stopping the PostgreSQL (process {}) that an earlier Xiaoer left running", pid);
        for (String signal : new String[] {"-INT", "-QUIT"}) {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start();
            try {
                process.onExit().get(SHUTDOWN_LIMIT.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warn("PostgreSQL (process {}) did not stop on {}", pid, signal);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while stopping process " + pid, e);
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
        throw new IOException("the PostgreSQL with process id " + pid + " does not stop; end it by hand");
    }

    private static boolean isServerOf(long pid, ProcessHandle process, Path data) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Files.isReadable(commandLine)) {
            String command = Files.readString(commandLine, StandardCharsets.UTF_8);
            return command.contains("postgres") && command.contains(data.toString());
        }
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    private static Properties passwords(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
            return passwords;
        }
        SecureRandom random = new SecureRandom();
        for (String name : new String[] {"postgres", "owner", "app", "operator"}) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            passwords.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        Path fresh = Files.createTempFile(file.getParent(), "passwords", ".tmp", ownerOnly());
        try (var writer = Files.newBufferedWriter(fresh)) {
            passwords.store(writer, "roles of the embedded database");
        }
        Files.move(fresh, file);
        return passwords;
    }

    /** The port of the last start if it is still free, else a new one. */
    private static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file).strip());
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
