package io.xiaoer.security.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.xiaoer.security.ProblemWriter;
import io.xiaoer.security.ResetLimit;
import io.xiaoer.security.SignUpLimit;
import io.xiaoer.security.internal.SecurityLimits.Rate;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.Members;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The buckets of all callers. A request is counted once, by the first that asks; its answer tells where the caller
 * stands (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
class RateLimits implements SignUpLimit, ResetLimit {

    private static final String COUNTED = RateLimits.class.getName() + ".counted";
    private static final int MAX_CALLERS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final BucketConfiguration RESETS_OF_ADDRESS = anHour(20);
    private static final BucketConfiguration RESETS_OF_ACCOUNT = anHour(5);

    private final Policy client;
    private final Policy address;
    private final Policy visitor;
    private final Policy session;
    private final Policy token;
    private final Policy event;
    private final Policy platform;
    private final Policy upload;
    private final Policy uploadFrom;
    private final Policy beacon;
    private final Policy beaconOf;
    private final int signUpsPerHour;
    private final BucketConfiguration signUpBucket;
    private final PostgreSQLSelectForUpdateBasedProxyManager<Long> sharedBuckets;

    RateLimits(SecurityLimits limits, DataSource dataSource) {
        client = new Policy("client", limits.client());
        address = new Policy("address", limits.address());
        visitor = new Policy("visitor", limits.visitor());
        session = new Policy("session", limits.session());
        token = new Policy("token", limits.token());
        event = new Policy("event", limits.event());
        platform = new Policy("platform", limits.platform());
        upload = new Policy("upload", limits.pictures().conversation());
        uploadFrom = new Policy("upload-address", limits.pictures().address());
        beacon = new Policy("beacon", limits.beacons().visitor());
        beaconOf = new Policy("beacon-widget", limits.beacons().widget());
        signUpsPerHour = limits.signupsPerHour();
        signUpBucket = anHour(signUpsPerHour);
        sharedBuckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("platform.rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(10)))
                .build();
    }

    /** Each of these counts the request; if it is one too many, answers it and returns false. */
    boolean admitClient(HttpServletRequest request, HttpServletResponse response, String tenantAndClient)
            throws IOException {
        return client.admit(request, response, tenantAndClient);
    }

    boolean admitAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return address.admit(request, response, network(request));
    }

    boolean admitVisitor(HttpServletRequest request, HttpServletResponse response, String tenantAndShopper)
            throws IOException {
        return visitor.admit(request, response, tenantAndShopper);
    }

    boolean admitSession(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return session.admit(request, response, network(request));
    }

    boolean admitToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return token.admit(request, response, network(request), new TokenErrors()::tooMany);
    }

    /** An address of its own for each, so that whoever knows an endpoint cannot use up what its shop may send. */
    boolean admitEvent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return event.admit(request, response, request.getRequestURI() + " " + network(request));
    }

    /** What a platform tells of any of its shops: all of them share the few addresses that it has. */
    boolean admitPlatform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return platform.admit(request, response, network(request));
    }

    /** A picture, which is counted besides as any call is. */
    boolean admitUpload(HttpServletRequest request, HttpServletResponse response, String conversation)
            throws IOException {
        return upload.admitToo(request, response, conversation);
    }

    /** A picture from a browser, by where it is: a conversation costs nothing to open. */
    boolean admitUploadFromHere(HttpServletRequest request, HttpServletResponse response, String tenant)
            throws IOException {
        return uploadFrom.admitToo(request, response, tenant + "/" + network(request));
    }

    /** What a widget tells of itself, which is counted besides as any call is. */
    boolean admitBeacon(HttpServletRequest request, HttpServletResponse response, String tenantAndShopper, String key)
            throws IOException {
        return beacon.admitToo(request, response, tenantAndShopper) && beaconOf.admitToo(request, response, key);
    }

    boolean admitSignUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(COUNTED) != null) {
            return true;
        }
        return answer(
                request,
                response,
                countSignUp(request.getRemoteAddr()),
                "signup",
                signUpsPerHour,
                TimeUnit.HOURS.toSeconds(1),
                RateLimits::tooMany);
    }

    @Override
    public void count(String address) {
        ConsumptionProbe probe = countSignUp(address);
        if (!probe.isConsumed()) {
            throw tooMany(wait(probe));
        }
    }

    @Override
    public void countReset(String address, String email) {
        List.of(
                        countShared("reset:" + network(address), RESETS_OF_ADDRESS),
                        countShared("reset-of:" + Members.canonicalEmail(email), RESETS_OF_ACCOUNT))
                .stream()
                .filter(probe -> !probe.isConsumed())
                .findFirst()
                .ifPresent(probe -> {
                    throw tooMany(wait(probe));
                });
    }

    private ConsumptionProbe countSignUp(String address) {
        return countShared("signup:" + network(address), signUpBucket);
    }

    private ConsumptionProbe countShared(String subject, BucketConfiguration bucket) {
        try {
            long id = ByteBuffer.wrap(Digests.sha256(subject)).getLong();
            return sharedBuckets.builder().build(id, () -> bucket).tryConsumeAndReturnRemaining(1);
        } catch (RuntimeException e) {
            throw new DataAccessResourceFailureException("Callers cannot be counted", e);
        }
    }

    private static BucketConfiguration anHour(int times) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, Duration.ofHours(1)))
                .build();
    }

    /** Drops shared buckets that are full again. */
    void removeExpired() {
        while (sharedBuckets.removeExpired(1_000) == 1_000) {
            // goes on with the next thousand
        }
    }

    /** The address, or the network that one IPv6 customer usually has for itself. */
    static String network(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    static String network(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "/64";
            }
        } catch (IllegalArgumentException e) {
            // what a proxy made up counts as it stands
        }
        return address;
    }

    private static boolean answer(
            HttpServletRequest request,
            HttpServletResponse response,
            ConsumptionProbe probe,
            String name,
            long quota,
            long windowSeconds,
            Refusal refusal)
            throws IOException {
        request.setAttribute(COUNTED, Boolean.TRUE);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, windowSeconds));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), ceil(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            return true;
        }
        long wait = wait(probe);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        refusal.write(response, wait);
        return false;
    }

    private static void tooMany(HttpServletResponse response, long waitSeconds) throws IOException {
        ProblemWriter.write(response, tooMany(waitSeconds));
    }

    private static Problem tooMany(long waitSeconds) {
        return new Problem(Code.RATE_LIMITED, "Try again in " + waitSeconds + " seconds.");
    }

    private static long wait(ConsumptionProbe probe) {
        return Math.max(1, ceil(probe.getNanosToWaitForRefill()));
    }

    private static long ceil(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    /** The body of an answer to one request too many. */
    private interface Refusal {
        void write(HttpServletResponse response, long waitSeconds) throws IOException;
    }

    private static final class Policy {

        private final String name;
        private final long quota;
        private final long windowSeconds;
        private final LoadingCache<String, Bucket> buckets;

        Policy(String name, Rate rate) {
            this.name = name;
            this.quota = rate.burst();
            this.windowSeconds = Math.max(1, Math.ceilDiv(rate.burst(), rate.perSecond()));
            this.buckets = buckets(rate.burst(), rate.perSecond(), Duration.ofSeconds(1), FORGOTTEN_AFTER);
        }

        Policy(String name, int anHour) {
            this.name = name;
            this.quota = anHour;
            this.windowSeconds = HOUR.toSeconds();
            this.buckets = buckets(anHour, anHour, HOUR, HOUR);
        }

        private static LoadingCache<String, Bucket> buckets(
                int capacity, int refill, Duration every, Duration forgottenAfter) {
            return Caffeine.newBuilder()
                    .maximumSize(MAX_CALLERS)
                    .expireAfterAccess(forgottenAfter)
                    .build(caller -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, every))
                            .build());
        }

        /** Counts a request that was counted by another policy already. */
        boolean admitToo(HttpServletRequest request, HttpServletResponse response, String caller) throws IOException {
            return admitted(request, response, caller, RateLimits::tooMany);
        }

        boolean admit(HttpServletRequest request, HttpServletResponse response, String caller) throws IOException {
            return admit(request, response, caller, RateLimits::tooMany);
        }

        boolean admit(HttpServletRequest request, HttpServletResponse response, String caller, Refusal refusal)
                throws IOException {
            if (request.getAttribute(COUNTED) != null) {
                return true;
            }
            return admitted(request, response, caller, refusal);
        }

        private boolean admitted(
                HttpServletRequest request, HttpServletResponse response, String caller, Refusal refusal)
                throws IOException {
            ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
            return answer(request, response, probe, name, quota, windowSeconds, refusal);
        }
    }
}
