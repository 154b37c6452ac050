package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.Authentication;
import dev.pentimento.ports.spi.ServerSettings;
import dev.pentimento.ports.spi.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The settings below {@code server}, once they are known to fit together. */
record ConfiguredServer(Settings all) {
    /** What is wrong with how users are to prove who they are; only looked at when a server is started. */
    void checkAuthentication(Problems problems) {
        if (all.value(KnownSettings.AUTH_MODE).equals("jwt")) {
            tokenProblem()
                    .ifPresent(problem ->
                            problems.add(all.origin(KnownSettings.AUTH_MODE), "server.auth.mode is jwt, " + problem));
        }
    }

    private Optional<String> tokenProblem() {
        if (isShared()) {
            boolean enough = all.find(KnownSettings.AUTH_SECRET)
                    .filter(secret -> secret.length() >= SigningKey.MIN_BYTES)
                    .isPresent();
            return enough
                    ? Optional.empty()
                    : Optional.of("which needs server.auth.secret with %d characters or more"
                            .formatted(SigningKey.MIN_BYTES));
        }
        return publicKey().filter(Files::isReadable).isPresent()
                ? Optional.empty()
                : Optional.of("and server.auth.algorithm RS256, which needs a readable file as server.auth.public-key");
    }

    private boolean isShared() {
        return all.value(KnownSettings.AUTH_ALGORITHM).equals("HS256");
    }

    private Optional<Path> publicKey() {
        return all.find(KnownSettings.AUTH_PUBLIC_KEY).map(all::resolve);
    }

    ServerSettings settings() {
        Problems problems = new Problems();
        checkAuthentication(problems);
        problems.throwIfAny();
        return new ServerSettings(
                all.value(KnownSettings.SERVER_HOST),
                all.value(KnownSettings.SERVER_PORT),
                all.find(KnownSettings.PUBLIC_URL).orElse(null),
                all.value(KnownSettings.ALLOWED_ORIGINS),
                authentication(problems),
                all.value(KnownSettings.SIGNED_URL_TTL),
                SigningKeyFile.of(all.home()));
    }

    private Authentication authentication(Problems problems) {
        return switch (all.value(KnownSettings.AUTH_MODE)) {
            case "jwt" ->
                new Authentication.Tokens(
                        signature(problems),
                        all.find(KnownSettings.AUTH_ISSUER).orElse(null),
                        all.find(KnownSettings.AUTH_AUDIENCE).orElse(null));
            case "api-key" -> new Authentication.ApiKeys();
            default -> new Authentication.Nothing();
        };
    }

    private Authentication.Signature signature(Problems problems) {
        if (isShared()) {
            String secret = all.find(KnownSettings.AUTH_SECRET).orElseThrow();
            return new Authentication.Shared(new SigningKey(secret.getBytes(StandardCharsets.UTF_8)));
        }
        Path file = publicKey().orElseThrow();
        try {
            return new Authentication.Public(Files.readString(file));
        } catch (IOException e) {
            problems.add(all.origin(KnownSettings.AUTH_PUBLIC_KEY), "'%s' cannot be read: %s".formatted(file, e));
            problems.throwIfAny();
            throw new IllegalStateException("A problem must be thrown", e);
        }
    }
}
