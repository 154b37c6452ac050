package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.ports.in.ReadSharedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Hands out images to whoever has their signed address. */
final class ImageRoutes {
    private final ReadSharedImage readSharedImage;
    private final SignedAddresses addresses;

    ImageRoutes(ReadSharedImage readSharedImage, SignedAddresses addresses) {
        this.readSharedImage = readSharedImage;
        this.addresses = addresses;
    }

    List<Route> routes() {
        return List.of(Route.get(
                        SignedAddresses.PATH + "{file}",
                        "An image, at an address that this server has signed",
                        this::read)
                .parameter("expires", Long.class, "until when the address may be used, in seconds since 1970")
                .parameter("signature", String.class, "of the address")
                .answers(200, Void.class)
                .problems(403, 404)
                .forEveryone());
    }

    private Answer read(Call call) {
        VersionId version = SignedAddresses.version(call.path("file"))
                .orElseThrow(() -> Problem.notFound("There is no such image").refusal());
        Duration left = addresses
                .left(
                        version,
                        call.query("expires").orElse(""),
                        call.query("signature").orElse(""))
                .orElseThrow(() -> Problem.of(
                                403, "invalid_signature", "This address is not, or no longer, valid; ask for a new one")
                        .refusal());
        return Answer.file(
                        "image/png",
                        readSharedImage
                                .handle(new ReadSharedImage.Query(version))
                                .bytes())
                .with(Map.of(
                        "Cache-Control", "private, immutable, max-age=" + left.toSeconds(),
                        "Content-Security-Policy", "sandbox; default-src 'none'",
                        "Cross-Origin-Resource-Policy", "cross-origin"));
    }
}
