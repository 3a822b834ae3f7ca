package io.xiaoer.connectors.internal.outward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which IP addresses belong to the public internet, by the registries of special-purpose addresses (RFC 6890). */
final class PublicAddresses {

    private record Block(byte[] prefix, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = 0xff << Math.max(0, 8 - (bits - bit)) & 0xff;
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> NOT_PUBLIC = List.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // shared by carriers; some clouds' metadata
                    "127.0.0.0/8",
                    "168.63.129.16/32", // a cloud's own services
                    "169.254.0.0/16", // link-local; metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4",
                    "2001::/23", // protocols: Teredo, ORCHID, benchmarks
                    "2001:db8::/32",
                    "2002::/16", // 6to4: an IPv4 address in disguise
                    "3fff::/20")
            .stream()
            .map(Block::of)
            .toList();

    /**
     * All of IPv6 that is given to the public internet. Outside are loopback, link-local, unique local (a cloud's metadata among them),
     * multicast, and IPv4 in its disguises: mapped, compatible, NAT64.
     */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(bytes));
    }
}
