package dev.pentimento.adapters.web.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Callers;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.Authentication.Tokens;
import io.javalin.http.Context;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Users of JSON Web Tokens (RFC 7519): the algorithm is that of the settings, whatever a token says, and a token without an end is none. */
final class TokenCallers implements Callers {
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final InstantSource clock;

    TokenCallers(Tokens tokens, InstantSource clock) {
        this.clock = clock;
        processor.setJWSKeySelector(tokens.signature()
                .match(
                        shared -> selector(
                                JWSAlgorithm.HS256,
                                new SecretKeySpec(shared.key().bytes(), "HmacSHA256")),
                        published -> selector(JWSAlgorithm.RS256, rsaKey(published.pem()))));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(verifier(tokens));
    }

    private static JWSKeySelector<SecurityContext> selector(JWSAlgorithm algorithm, Key key) {
        return new SingleKeyJWSKeySelector<>(algorithm, key);
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(Tokens tokens) {
        JWTClaimsSet exact = tokens.issuer() == null
                ? new JWTClaimsSet.Builder().build()
                : new JWTClaimsSet.Builder().issuer(tokens.issuer()).build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(tokens.audience(), exact, Set.of("sub", "exp"));
        verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return verifier;
    }

    private static Key rsaKey(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException | InvalidKeySpecException | NoSuchAlgorithmException e) {
            throw new InvalidSettings(
                    List.of("server.auth.public-key must hold an RSA key that begins with -----BEGIN PUBLIC KEY-----"));
        }
    }

    @Override
    public Caller identify(Context request) {
        String token = Credentials.of(request).orElseThrow(Credentials::missing);
        try {
            return caller(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Credentials.wrong();
        }
    }

    private Caller caller(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        Date expiration = claims.getExpirationTime();
        if (!Credentials.mayBeUser(subject) || expiration == null) { // a claim may be there and null
            throw Credentials.wrong();
        }
        Instant end = expiration.toInstant().plusSeconds(CLOCK_SKEW_SECONDS);
        return new Caller(new UserId(subject), () -> clock.instant().isBefore(end));
    }
}
