package dev.pentimento.adapters.imaging.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    private static final int IPV4_BYTES = 4;

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, RFC 791",
        "0.1.2.3, RFC 791",
        "10.0.0.1, RFC 1918",
        "100.64.0.1, RFC 6598",
        "100.100.100.200, RFC 6598",
        "127.0.0.1, RFC 1122",
        "127.255.255.254, RFC 1122",
        "168.63.129.16, Azure",
        "169.254.169.254, RFC 3927",
        "172.16.0.1, RFC 1918",
        "172.31.255.255, RFC 1918",
        "192.0.0.192, RFC 6890",
        "192.0.2.1, RFC 5737",
        "192.88.99.1, RFC 7526",
        "192.168.178.1, RFC 1918",
        "198.18.0.1, RFC 2544",
        "198.19.255.255, RFC 2544",
        "198.51.100.1, RFC 5737",
        "203.0.113.1, RFC 5737",
        "224.0.0.251, RFC 5771",
        "239.255.255.250, RFC 5771",
        "240.0.0.1, RFC 1112",
        "255.255.255.255, RFC 919",
        "::, RFC 4291",
        "::1, RFC 4291",
        "::127.0.0.1, IPv4-compatible",
        "::8.8.8.8, IPv4-compatible",
        "64:ff9b::7f00:1, NAT64",
        "64:ff9b:1::1, local NAT64",
        "100::1, RFC 6666",
        "100:0:0:1::1, RFC 9780",
        "2001::1, Teredo",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, Teredo",
        "2001:2::1, RFC 2928",
        "2001:20::1, RFC 2928",
        "2001:db8::1, RFC 3849",
        "2002:7f00:1::, 6to4",
        "3fff::1, RFC 9637",
        "5f00::1, RFC 9602",
        "fc00::1, RFC 4193",
        "fd00:ec2::254, RFC 4193",
        "fe80::1, RFC 4291",
        "fec0::1, RFC 3879",
        "ff02::1, RFC 4291",
        "4000::1, RFC 4291",
        "1234::1, RFC 4291"
    })
    void whatIsNotPublicIsKnownWithItsSource(String address, String source) throws UnknownHostException {
        assertThat(AddressRange.around(address(address))).get().asString().contains(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:81b::200e",
                "3ffe::1",
                "3fff:1000::1"
            })
    void publicAddressesAreLetThrough(String address) throws UnknownHostException {
        assertThat(AddressRange.around(address(address))).isEmpty();
    }

    @Test
    void ipv4InsideIpv6IsSeenThrough() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(new byte[] {8, 8, 8, 8}, 0, mapped, 12, IPV4_BYTES);

        assertThat(AddressRange.around(Inet6Address.getByAddress(null, mapped, -1)))
                .get()
                .asString()
                .contains("IPv4-mapped");
        assertThat(AddressRange.around(address("::ffff:127.0.0.1")))
                .get()
                .asString()
                .contains("RFC 1122");
    }

    static List<AddressRange> reserved() {
        return AddressRange.reserved();
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void rangesBeginAndEndWhereTheyShould(AddressRange range) throws UnknownHostException {
        String zeros = "0".repeat(range.width() - range.prefix().length());
        BigInteger first = new BigInteger(range.prefix() + zeros, 2);
        BigInteger last = new BigInteger(range.prefix() + zeros.replace('0', '1'), 2);

        assertThat(range.contains(address(first, range.width()))).isTrue();
        assertThat(range.contains(address(last, range.width()))).isTrue();
        for (BigInteger outside : List.of(first.subtract(BigInteger.ONE), last.add(BigInteger.ONE))) {
            if (outside.signum() >= 0 && outside.bitLength() <= range.width()) {
                assertThat(range.contains(address(outside, range.width()))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void rangesAreNamedByTheirFirstAddress(AddressRange range) throws UnknownHostException {
        String written = range.block().substring(0, range.block().indexOf('/'));
        int bits = Integer.parseInt(range.block().substring(range.block().indexOf('/') + 1));

        assertThat(range.prefix()).hasSize(bits);
        assertThat(range.width()).isEqualTo(written.contains(":") ? 128 : 32);
    }

    @Test
    void whateverJavaKnowsToBeSpecialIsNotPublic() throws UnknownHostException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? IPV4_BYTES : 16];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                byte[] starts = {
                    0, 10, 100, 127, (byte) 169, (byte) 172, (byte) 192, (byte) 224, (byte) 0xfe, (byte) 0xff
                };
                bytes[0] = starts[random.nextInt(starts.length)];
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            if (isSpecialToJava(address)) {
                assertThat(AddressRange.around(address))
                        .as("%s, seed %d", address, seed)
                        .isPresent();
            }
        }
    }

    private static boolean isSpecialToJava(InetAddress address) {
        return Stream.of(
                        address.isAnyLocalAddress(),
                        address.isLoopbackAddress(),
                        address.isLinkLocalAddress(),
                        address.isSiteLocalAddress(),
                        address.isMulticastAddress())
                .anyMatch(special -> special);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getAllByName(text)[0];
    }

    /** Also of IPv4-mapped ones, which Java would turn into IPv4. */
    private static InetAddress address(BigInteger number, int width) throws UnknownHostException {
        byte[] digits = number.toByteArray();
        byte[] bytes = new byte[width / 8];
        byte[] significant = Arrays.copyOfRange(digits, Math.max(0, digits.length - bytes.length), digits.length);
        System.arraycopy(significant, 0, bytes, bytes.length - significant.length, significant.length);
        return bytes.length == IPV4_BYTES
                ? InetAddress.getByAddress(bytes)
                : Inet6Address.getByAddress(null, bytes, -1);
    }
}
