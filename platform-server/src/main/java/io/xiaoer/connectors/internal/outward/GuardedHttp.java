package io.xiaoer.connectors.internal.outward;

import io.xiaoer.connectors.internal.outward.Unanswered.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to addresses that shops have typed in. Follows no redirect, tries nothing twice, keeps no cookie, uses no proxy, asks for no
 * compression, and ends when its time is up, however the other side spends it.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final int CONNECTIONS = 512;
    private static final int CONNECTIONS_OF_HOST = 64;
    private static final int FEW_BYTES = 4096;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outward-deadlines").factory());

    public GuardedHttp(DnsResolver names, AllowedHosts allowed) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(names, allowed))
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_OF_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(5))
                                // a name may come to stand for another address
                                .setTimeToLive(TimeValue.ofSeconds(30))
                                // nothing is tried twice, so a connection must be good when it is taken
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setProtocolUpgradeEnabled(false)
                        .setExpectContinueEnabled(false)
                        .build())
                .setUserAgent("Xiaoer")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    /** @param body all of it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, byte[] body) {}

    /**
     * Posts JSON and reads the answer, whatever its status.
     *
     * @param within for everything: name, connection, TLS, answer
     * @param most bytes that the answer may have
     */
    public Answer post(GuardedAddress address, Map<String, String> headers, byte[] json, Duration within, int most)
            throws Unanswered {
        return send(address, headers, json, within, (request, response) -> read(request, response, most));
    }

    /**
     * Posts JSON to whoever has nothing to say but whether it arrived.
     *
     * @param within for everything up to the answer's status; what follows it is not read
     * @return the status
     */
    public int tell(GuardedAddress address, Map<String, String> headers, byte[] json, Duration within)
            throws Unanswered {
        AtomicInteger status = new AtomicInteger();
        try {
            return send(address, headers, json, within, (request, response) -> {
                status.set(response.getCode());
                HttpEntity entity = response.getEntity();
                if (entity != null && (entity.getContentLength() < 0 || entity.getContentLength() > FEW_BYTES)) {
                    // closing a connection politely would read the rest of it
                    request.abort();
                }
                return response.getCode();
            });
        } catch (Unanswered e) {
            if (status.get() != 0) {
                return status.get();
            }
            throw e;
        }
    }

    /** What is made of an answer. */
    private interface Reading<T> {
        T of(HttpPost request, ClassicHttpResponse response) throws IOException;
    }

    private <T> T send(
            GuardedAddress address, Map<String, String> headers, byte[] json, Duration within, Reading<T> reading)
            throws Unanswered {
        HttpPost request = new HttpPost(address.uri());
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "application/json");
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(within))
                .setResponseTimeout(Timeout.of(within))
                .setProtocolUpgradeEnabled(false)
                .build());
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    // closes the connection: a read that drips or hangs ends here
                    request.abort();
                },
                within.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> reading.of(request, response));
        } catch (TooLarge e) {
            throw new Unanswered(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (Compressed e) {
            throw new Unanswered(Reason.COMPRESSED, String.valueOf(e.getMessage()));
        } catch (GuardedResolver.Refused e) {
            throw new Unanswered(Reason.REFUSED, "leads to a private network");
        } catch (IOException e) {
            throw new Unanswered(
                    late.get() ? Reason.TIMEOUT : reason(e), e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private static Reason reason(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> Reason.UNKNOWN_NAME;
            case SSLException tls -> Reason.CERTIFICATE;
            case java.io.InterruptedIOException timeout -> Reason.TIMEOUT;
            default -> Reason.NOT_REACHED;
        };
    }

    private static Answer read(HttpPost request, ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), new byte[0]);
        }
        Header encoding = response.getFirstHeader("Content-Encoding");
        if (encoding != null && !encoding.getValue().isBlank() && !"identity".equalsIgnoreCase(encoding.getValue())) {
            request.abort();
            throw new Compressed(encoding.getValue());
        }
        if (entity.getContentLength() > most) {
            // closing a connection politely would read the rest of it
            request.abort();
            throw new TooLarge(most);
        }
        InputStream body = entity.getContent();
        byte[] bytes = body.readNBytes(most);
        if (bytes.length == most && body.read() >= 0) {
            request.abort();
            throw new TooLarge(most);
        }
        return new Answer(response.getCode(), bytes);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int most) {
            super("more than " + most + " bytes");
        }
    }

    private static final class Compressed extends IOException {
        private static final long serialVersionUID = 1L;

        Compressed(String encoding) {
            super(encoding);
        }
    }
}
