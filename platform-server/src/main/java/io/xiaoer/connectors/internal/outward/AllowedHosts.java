package io.xiaoer.connectors.internal.outward;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that the platform's operator has exempted from the guard by name and port: they may be private and speak plain http.
 *
 * @param hostsAndPorts {@code host:port} in lower case, an IPv6 host in brackets
 */
public record AllowedHosts(Set<String> hostsAndPorts) {

    public static final AllowedHosts NONE = new AllowedHosts(Set.of());

    public AllowedHosts {
        hostsAndPorts = Set.copyOf(hostsAndPorts);
    }

    /**
     * Reads the setting.
     *
     * @param setting {@code host:port}, several separated by commas
     * @throws IllegalStateException if a part is not of that form
     */
    public static AllowedHosts parse(String setting) {
        return new AllowedHosts(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AllowedHosts::hostAndPort)
                .collect(Collectors.toSet()));
    }

    boolean contains(String host, int port) {
        return hostsAndPorts.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
    }

    private static String hostAndPort(String part) {
        try {
            URI uri = URI.create("http://" + part);
            if (uri.getHost() != null && uri.getPort() > 0 && part.equals(uri.getHost() + ":" + uri.getPort())) {
                return part.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException("XIAOER_CONNECTOR_ALLOW holds \"" + part
                + "\". It must be host:port, several separated by commas, for example localhost:9000.");
    }
}
