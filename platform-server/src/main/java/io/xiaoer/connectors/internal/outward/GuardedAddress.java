package io.xiaoer.connectors.internal.outward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An address to call that leads to the public internet as far as its text tells. What its name stands for is looked at when
 * it is connected to, see {@link GuardedHttp}.
 *
 * @param port never missing
 */
public record GuardedAddress(URI uri, String host, int port) {

    private static final int MAX_LENGTH = 2000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Set<Integer> PORTS = Set.of(HTTPS, HTTP, 8443);
    private static final List<String> INSIDE = List.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "lan",
            "corp",
            "home",
            "home.arpa",
            "test",
            "invalid",
            "onion");

    /**
     * Reads an address.
     *
     * @param allowed whom none of this is asked of
     * @throws AddressRefused with the reason
     */
    public static GuardedAddress parse(String text, AllowedHosts allowed) throws AddressRefused {
        if (text.length() > MAX_LENGTH) {
            throw new AddressRefused("is longer than " + MAX_LENGTH + " characters");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new AddressRefused("is no web address");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new AddressRefused("must begin with https://");
        }
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw new AddressRefused("must not hold a user name or password");
        }
        if (uri.getRawFragment() != null) {
            throw new AddressRefused("must not hold a #");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new AddressRefused("has no host name, or one that must be written in its xn-- form");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        GuardedAddress address = new GuardedAddress(uri, host, port);
        if (!allowed.contains(host, port)) {
            if (scheme.equals("http")) {
                throw new AddressRefused("must begin with https://");
            }
            if (!PORTS.contains(port)) {
                throw new AddressRefused("must use port 443, 80 or 8443");
            }
            refuseInside(host);
        }
        return address;
    }

    private static void refuseInside(String host) throws AddressRefused {
        if (host.startsWith("[")) {
            InetAddress literal = literal(host.substring(1, host.length() - 1));
            // Java turns a mapped address into the IPv4 one it hides
            if (literal instanceof Inet4Address || !PublicAddresses.contains(literal)) {
                throw new AddressRefused("leads to a private network");
            }
            return;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (looksNumeric(last)) {
            if (!name.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")) {
                throw new AddressRefused("has a host that is a number but no plain IP address");
            }
            if (!PublicAddresses.contains(literal(name))) {
                throw new AddressRefused("leads to a private network");
            }
            return;
        }
        if (!name.contains(".") || INSIDE.stream().anyMatch(zone -> name.equals(zone) || name.endsWith("." + zone))) {
            throw new AddressRefused("has a host name that means something on a private network only");
        }
    }

    private static boolean looksNumeric(String label) {
        return label.matches("[0-9]+|0x[0-9a-f]*");
    }

    private static InetAddress literal(String text) throws AddressRefused {
        if (text.contains("%")) {
            throw new AddressRefused("must not name a network interface");
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new AddressRefused("has a host that is no plain IP address");
        }
    }
}
