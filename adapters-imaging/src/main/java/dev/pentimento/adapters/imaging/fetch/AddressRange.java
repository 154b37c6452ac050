package dev.pentimento.adapters.imaging.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses that no public server has.
 *
 * @param block as the registries write it
 * @param width bits of such an address: 32 or 128
 * @param prefix the bits that all its addresses begin with, as 0 and 1
 * @param meaning what its addresses are for, to complete "leads to ..."
 * @param source where that is written
 */
record AddressRange(String block, int width, String prefix, String meaning, String source) {
    private static final int IPV6_BITS = 128;

    /**
     * The registries are IANA's "IPv4 Special-Purpose Address Registry", "IPv6 Special-Purpose Address Registry" and "IPv6 Global Unicast
     * Address Assignments". Where ranges overlap the narrower one comes first.
     */
    private static final List<AddressRange> RESERVED = List.of(
            range("0.0.0.0/8", "this machine", "RFC 791"),
            range("10.0.0.0/8", "a private network", "RFC 1918"),
            range("100.64.0.0/10", "a provider's internal network", "RFC 6598"),
            range("127.0.0.0/8", "this machine", "RFC 1122"),
            range("168.63.129.16/32", "the platform below a virtual machine", "Azure's documentation"),
            range("169.254.0.0/16", "the local link, where clouds keep keys", "RFC 3927"),
            range("172.16.0.0/12", "a private network", "RFC 1918"),
            range("192.0.0.0/24", "protocol assignments", "RFC 6890"),
            range("192.0.2.0/24", "an example address", "RFC 5737"),
            range("192.88.99.0/24", "a former 6to4 relay", "RFC 7526"),
            range("192.168.0.0/16", "a private network", "RFC 1918"),
            range("198.18.0.0/15", "a network for benchmarks", "RFC 2544"),
            range("198.51.100.0/24", "an example address", "RFC 5737"),
            range("203.0.113.0/24", "an example address", "RFC 5737"),
            range("224.0.0.0/4", "a multicast group", "RFC 5771"),
            range("255.255.255.255/32", "everybody on the local network", "RFC 919"),
            range("240.0.0.0/4", "a reserved address", "RFC 1112"),
            range("::/128", "this machine", "RFC 4291"),
            range("::1/128", "this machine", "RFC 4291"),
            range("::/96", "an IPv4 address in disguise", "RFC 4291, IPv4-compatible"),
            ipv4Mapped(),
            range("64:ff9b::/96", "an IPv4 address in disguise", "RFC 6052, NAT64"),
            range("64:ff9b:1::/48", "an IPv4 address in disguise", "RFC 8215, local NAT64"),
            range("100::/64", "nowhere", "RFC 6666"),
            range("100:0:0:1::/64", "nowhere", "RFC 9780"),
            range("2001::/32", "an IPv4 address in disguise", "RFC 4380, Teredo"),
            range("2001::/23", "protocol assignments", "RFC 2928"),
            range("2001:db8::/32", "an example address", "RFC 3849"),
            range("2002::/16", "an IPv4 address in disguise", "RFC 3056, 6to4"),
            range("3fff::/20", "an example address", "RFC 9637"),
            range("5f00::/16", "a segment of a network's inside", "RFC 9602"),
            range("fc00::/7", "a private network", "RFC 4193"),
            range("fe80::/10", "the local link", "RFC 4291"),
            range("fec0::/10", "a private network", "RFC 3879"),
            range("ff00::/8", "a multicast group", "RFC 4291"));

    /** Addresses outside of it are either listed above or not given to anybody. */
    private static final AddressRange IPV6_UNICAST = range("2000::/3", "the public internet", "RFC 4291");

    private static final AddressRange IPV6_UNASSIGNED = range("::/0", "an address that nobody has", "RFC 4291");

    /** The range that keeps {@code address} from being public; empty = it is public. */
    static Optional<AddressRange> around(InetAddress address) {
        Optional<AddressRange> reserved =
                RESERVED.stream().filter(range -> range.contains(address)).findFirst();
        boolean unassigned = IPV6_UNASSIGNED.contains(address) && !IPV6_UNICAST.contains(address);
        return reserved.isEmpty() && unassigned ? Optional.of(IPV6_UNASSIGNED) : reserved;
    }

    static List<AddressRange> reserved() {
        return RESERVED;
    }

    boolean contains(InetAddress address) {
        String bits = bits(address);
        return bits.length() == width && bits.startsWith(prefix);
    }

    /** {@code this machine (127.0.0.0/8, RFC 1122)}. */
    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(meaning, block, source);
    }

    private static AddressRange range(String block, String meaning, String source) {
        int slash = block.indexOf('/');
        String bits = bits(literal(block.substring(0, slash)));
        return new AddressRange(
                block, bits.length(), bits.substring(0, Integer.parseInt(block.substring(slash + 1))), meaning, source);
    }

    /** Java reads such an address as the IPv4 address inside, so its block cannot be read from text. */
    private static AddressRange ipv4Mapped() {
        return new AddressRange(
                "::ffff:0:0/96",
                IPV6_BITS,
                "0".repeat(80) + "1".repeat(16),
                "an IPv4 address in disguise",
                "RFC 4291, IPv4-mapped");
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'%s' is no address".formatted(text), e);
        }
    }

    private static String bits(InetAddress address) {
        StringBuilder bits = new StringBuilder();
        for (byte octet : address.getAddress()) {
            bits.append(Integer.toBinaryString((octet & 0xff) | 0x100), 1, 9);
        }
        return bits.toString();
    }
}
