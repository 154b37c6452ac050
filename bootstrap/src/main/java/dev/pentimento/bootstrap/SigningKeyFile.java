package dev.pentimento.bootstrap;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.spi.SigningKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The file of a home with the key that its servers sign with; made when it is first needed, readable by its owner alone. */
final class SigningKeyFile {
    private static final String NAME = "server.key";

    private SigningKeyFile() {}

    static SigningKey of(Path home) {
        Path file = home.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                create(home, file);
            }
            return new SigningKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageFailure(
                    StorageFailure.Reason.NOT_READABLE,
                    "The server's key %s cannot be used; remove it, and a new one is made: %s".formatted(file, e),
                    e);
        }
    }

    /** Of several processes that come at the same time, the first one's key holds: a link appears whole, and never in place of another. */
    private static void create(Path home, Path file) throws IOException {
        byte[] random = new byte[SigningKey.MIN_BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(home, NAME, ".tmp", ownerOnly(home));
        try {
            Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path home) {
        boolean posix = home.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
