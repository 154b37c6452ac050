package dev.pentimento.adapters.web.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.ports.failure.InvalidSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mode jwt. */
@Timeout(120)
class TokensTest {
    private static final String SECRET = "a secret that nobody guesses, of 32 characters or more".replace(' ', '-');
    private static final String OTHER_SECRET = "another secret that nobody guesses, just as long".replace(' ', '-');
    private static final String TASKS = "/api/tasks";

    @TempDir
    Path folder;

    private TestServer shared(String... more) {
        String[] usual = {"server.auth.mode", "jwt", "server.auth.secret", SECRET};
        String[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return TestServer.on(folder.resolve("home"), all);
    }

    private static JWTClaimsSet.Builder ann() {
        return new JWTClaimsSet.Builder()
                .subject("ann")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String hs256(JWTClaimsSet claims, String secret) {
        try {
            return signed(claims, JWSAlgorithm.HS256, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply ask(TestServer server, String token) {
        return server.get(TASKS, "Authorization", "Bearer " + token);
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(401);
        assertThat(reply.json().get("code").asText()).isEqualTo("unauthorized");
        assertThat(reply.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void tokenSaysWhoAsks() {
        try (TestServer server = shared()) {
            Reply reply = server.get(
                    "/api/health/rate-limits-status", "Authorization", "bearer " + hs256(ann().build(), SECRET));

            assertThat(reply.json().get("user_identifier").asText()).isEqualTo("ann");
            assertThat(reply.json().at("/limits/refine_concept/limit").asText()).isEqualTo("10/month");
        }
    }

    @Test
    void withoutATokenNobodyGetsFurtherThanTheDoor() {
        try (TestServer server = shared()) {
            assertRefused(server.get(TASKS));
            assertRefused(server.get(TASKS, "Authorization", "Basic YW5uOmFubg=="));
            assertRefused(server.post("/api/concepts/refine", "{}"));
            assertRefused(server.get("/api/storage/recent"));
            assertThat(server.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void forgedTokensAreRefused() {
        try (TestServer server = shared()) {
            String good = hs256(ann().build(), SECRET);
            String[] parts = good.split("\\.", -1);
            String none = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

            for (String token : List.of(
                    hs256(ann().build(), OTHER_SECRET),
                    new PlainJWT(ann().build()).serialize(),
                    none + "." + parts[1] + ".",
                    none + "." + parts[1] + "." + parts[2],
                    parts[0] + "." + parts[1] + ".",
                    parts[0] + "."
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            "{\"sub\":\"ben\",\"exp\":9999999999}".getBytes(StandardCharsets.UTF_8))
                            + "." + parts[2],
                    "x.y.z",
                    "",
                    "pnt_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")) {
                assertRefused(ask(server, token));
            }
            assertThat(ask(server, good).status()).isEqualTo(200);
        }
    }

    @Test
    void tokenNeedsAnEndAndAUser() {
        try (TestServer server = shared()) {
            assertRefused(
                    ask(server, hs256(new JWTClaimsSet.Builder().subject("ann").build(), SECRET)));
            assertRefused(ask(server, hs256(ann().subject(null).build(), SECRET)));
            assertRefused(ask(server, hs256(ann().subject(" ").build(), SECRET)));
            assertRefused(ask(
                    server,
                    hs256(
                            ann().expirationTime(Date.from(Instant.now().minusSeconds(120)))
                                    .build(),
                            SECRET)));
            assertRefused(ask(
                    server,
                    hs256(
                            ann().notBeforeTime(Date.from(Instant.now().plusSeconds(300)))
                                    .build(),
                            SECRET)));
        }
    }

    @Test
    void claimsThatSayNothingAreRefusedHoweverWellTheyAreSigned() throws JOSEException {
        try (TestServer server = shared("server.auth.issuer", "us", "server.auth.audience", "pentimento")) {
            for (String claims : List.of(
                    "{'sub': 'ann', 'exp': null, 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': null, 'exp': 9999999999, 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': null, 'exp': null, 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 'never', 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': {}, 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': ['ann'], 'exp': 9999999999, 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 9999999999, 'nbf': 'once', 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iat': [], 'iss': 'us', 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iss': null, 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iss': 5, 'aud': 'pentimento'}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iss': 'us', 'aud': null}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iss': 'us', 'aud': [null]}",
                    "{'sub': 'ann', 'exp': 9999999999, 'iss': 'us', 'aud': {}}",
                    "null",
                    "[]")) {
                JWSObject token =
                        new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims.replace('\'', '"')));
                token.sign(new MACSigner(SECRET));

                assertRefused(ask(server, token.serialize()));
            }
        }
    }

    @Test
    void nobodyBecomesTheLocalUserWhoHasNoLimits() {
        try (TestServer server = shared()) {
            assertRefused(ask(server, hs256(ann().subject("local").build(), SECRET)));
            assertRefused(ask(server, hs256(ann().subject("Local").build(), SECRET)));
        }
    }

    @Test
    void issuerAndAudienceAreCheckedWhereTheyAreSet() {
        try (TestServer server =
                shared("server.auth.issuer", "https://id.example.com", "server.auth.audience", "pentimento")) {
            assertRefused(ask(server, hs256(ann().build(), SECRET)));
            assertRefused(ask(
                    server,
                    hs256(
                            ann().issuer("https://id.example.com")
                                    .audience("other")
                                    .build(),
                            SECRET)));
            assertRefused(ask(
                    server,
                    hs256(
                            ann().issuer("https://evil.example")
                                    .audience("pentimento")
                                    .build(),
                            SECRET)));
            assertThat(ask(
                                    server,
                                    hs256(
                                            ann().issuer("https://id.example.com")
                                                    .audience(List.of("pentimento", "other"))
                                                    .build(),
                                            SECRET))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void publicKeyIsNotTakenForASharedSecret() throws IOException, NoSuchAlgorithmException, JOSEException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Path file = Files.writeString(folder.resolve("key.pem"), pem);
        try (TestServer server = TestServer.on(
                folder.resolve("home"),
                "server.auth.mode",
                "jwt",
                "server.auth.algorithm",
                "RS256",
                "server.auth.public-key",
                file.toString())) {
            String good = signed(ann().build(), JWSAlgorithm.RS256, new RSASSASigner(pair.getPrivate()));

            assertThat(ask(server, good).status()).isEqualTo(200);
            assertRefused(ask(server, hs256(ann().build(), pem)));
            assertRefused(ask(
                    server,
                    signed(
                            ann().build(),
                            JWSAlgorithm.HS256,
                            new MACSigner(pair.getPublic().getEncoded()))));
            assertRefused(ask(
                    server,
                    signed(
                            ann().build(),
                            JWSAlgorithm.RS256,
                            new RSASSASigner(generator.generateKeyPair().getPrivate()))));
        }
    }

    @Test
    void modeWithoutAKeyDoesNotStart() {
        assertThatThrownBy(() -> TestServer.on(folder.resolve("home"), "server.auth.mode", "jwt"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("server.auth.secret");
        assertThatThrownBy(() -> TestServer.on(
                        folder.resolve("home"), "server.auth.mode", "jwt", "server.auth.algorithm", "RS256"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("server.auth.public-key");
    }

    @Test
    void ticketStandsForItsUserOnce() {
        try (TestServer server = shared()) {
            Reply issued = server.post("/api/tickets", "", "Authorization", "Bearer " + hs256(ann().build(), SECRET));
            String ticket = issued.json().get("ticket").asText();

            Reply reply = server.get("/api/health/rate-limits-status?ticket=" + ticket);

            assertThat(issued.status()).isEqualTo(201);
            assertThat(issued.json().get("expires_in").asInt()).isPositive();
            assertThat(reply.json().get("user_identifier").asText()).isEqualTo("ann");
            assertRefused(server.get("/api/health/rate-limits-status?ticket=" + ticket));
            assertRefused(server.get(TASKS + "?ticket=guessed"));
            assertThat(Optional.of(ticket)).get().asString().hasSizeGreaterThan(30);
        }
    }
}
