package io.xiaoer.connectors.internal.outward;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * What a name stands for, asked once for each connection and looked at before it is used: the connection goes to the very
 * addresses that were looked at, so a name cannot mean something else a moment later.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AllowedHosts allowed;

    GuardedResolver(DnsResolver names, AllowedHosts allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /** The name stands for an address that is not called. */
    static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(host + " leads to a private network");
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = allowed.contains(host, port) ? names.resolve(withoutBrackets(host)) : resolve(host);
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(withoutBrackets(host));
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        // one private address among public ones is no accident
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::contains)) {
            throw new Refused(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
