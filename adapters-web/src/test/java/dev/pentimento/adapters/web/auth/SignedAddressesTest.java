package dev.pentimento.adapters.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.ports.spi.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedAddressesTest {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final VersionId VERSION = new VersionId(new UUID(1, 2));

    private Instant now = Instant.parse("2026-11-20T09:30:00Z");
    private final SignedAddresses addresses = signedBy(1);

    private SignedAddresses signedBy(int number) {
        byte[] key = new byte[SigningKey.MIN_BYTES];
        key[0] = (byte) number;
        return new SignedAddresses(new SigningKey(key), LIFE, () -> now);
    }

    private Optional<Duration> left(SignedAddresses who, VersionId version, String address) {
        String[] parameters = URI.create(address).getQuery().split("[=&]", -1);
        return who.left(version, parameters[1], parameters[3]);
    }

    @Test
    void addressIsValidForItsLifeAndNotForMuchLonger() {
        String address = addresses.of(VERSION, "https://example.com");

        assertThat(left(addresses, VERSION, address))
                .get()
                .satisfies(left -> assertThat(left).isBetween(LIFE, LIFE.plusHours(1)));
        now = now.plus(LIFE);
        assertThat(left(addresses, VERSION, address)).isPresent();
        now = now.plusSeconds(3601);
        assertThat(left(addresses, VERSION, address)).isEmpty();
    }

    @Test
    void imageKeepsItsAddressForAWhile() {
        String address = addresses.of(VERSION, "");

        now = now.plusSeconds(600);
        assertThat(addresses.of(VERSION, "")).isEqualTo(address);
        now = now.plusSeconds(3600);
        assertThat(addresses.of(VERSION, "")).isNotEqualTo(address);
    }

    @Test
    void addressIsOfOneVersionAndOneServer() {
        String address = addresses.of(VERSION, "");

        assertThat(left(addresses, new VersionId(new UUID(1, 3)), address)).isEmpty();
        assertThat(left(signedBy(2), VERSION, address)).isEmpty();
        assertThat(addresses.left(VERSION, "", "")).isEmpty();
        assertThat(addresses.left(VERSION, "9999999999", "\u00e4")).isEmpty();
    }

    @Test
    void versionIsReadFromTheNameOfAFile() {
        assertThat(SignedAddresses.version(VERSION + ".png")).contains(VERSION);
        assertThat(SignedAddresses.version(VERSION + ".jpg")).isEmpty();
        assertThat(SignedAddresses.version("../" + VERSION + ".png")).isEmpty();
    }
}
