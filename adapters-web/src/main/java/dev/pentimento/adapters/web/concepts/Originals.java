package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadSharedImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowVersion;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The picture that a URL names. An image of this server is taken from where it is: one of the user's own is that version, and one of somebody else's,
 * whose signed address the user was given, comes in as a file. Everything else is fetched.
 */
final class Originals {
    private final ShowVersion showVersion;
    private final ReadSharedImage readSharedImage;
    private final SignedAddresses addresses;
    private final Supplier<URI> listening;

    /** @param listening where the server listens */
    Originals(
            ShowVersion showVersion,
            ReadSharedImage readSharedImage,
            SignedAddresses addresses,
            Supplier<URI> listening) {
        this.showVersion = showVersion;
        this.readSharedImage = readSharedImage;
        this.addresses = addresses;
        this.listening = listening;
    }

    /** @throws UnknownReference if it is an image of this server that the user may not see */
    RefineImage.Picture picture(URI url, Call call) {
        return ours(url, call).map(version -> ours(version, url, call)).orElseGet(() -> new RefineImage.Remote(url));
    }

    private Optional<VersionId> ours(URI url, Call call) {
        return file(url, call)
                .flatMap(SignedAddresses::version)
                .filter(version -> isHere(url, call) || isSigned(version, url));
    }

    /** The name of a file among the images, by the address that users see or by that of the server itself. */
    private static Optional<String> file(URI url, Call call) {
        String path = url.getPath() == null ? "" : url.getPath();
        return Stream.of(URI.create(call.base()).getPath() + SignedAddresses.PATH, SignedAddresses.PATH)
                .filter(path::startsWith)
                .findFirst()
                .map(images -> path.substring(images.length()));
    }

    private boolean isHere(URI url, Call call) {
        return isSamePlace(url, URI.create(call.base())) || isSamePlace(url, listening.get());
    }

    /** Whoever signed it is this server, by whatever name it was asked then. */
    private boolean isSigned(VersionId version, URI url) {
        return addresses
                .left(version, parameter(url, "expires"), parameter(url, "signature"))
                .isPresent();
    }

    private static boolean isSamePlace(URI url, URI server) {
        return url.getAuthority() != null && url.getAuthority().equalsIgnoreCase(server.getAuthority());
    }

    private RefineImage.Picture ours(VersionId version, URI url, Call call) {
        VersionReference reference = new VersionReference(version.toString());
        try {
            showVersion.handle(new ShowVersion.Query(call.user(), reference));
            return new RefineImage.Stored(reference);
        } catch (UnknownReference notTheUsers) {
            if (!isSigned(version, url)) {
                throw new UnknownReference("There is no such image, or its address is no longer valid");
            }
            byte[] file =
                    readSharedImage.handle(new ReadSharedImage.Query(version)).bytes();
            return new RefineImage.Uploaded(new ImageFile(version + ".png", file));
        }
    }

    private static String parameter(URI url, String name) {
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
