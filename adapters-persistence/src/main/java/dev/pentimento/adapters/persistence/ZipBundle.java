package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.failure.BundleRejected.Reason;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.Bundles.OpenBundle;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A zip file that proved to be a bundle. Each image is read through a handle of its own. */
final class ZipBundle implements OpenBundle {
    private final BundleCheck check;
    private final Bundle contents;
    private final Map<String, ZipMember> members;

    private ZipBundle(BundleCheck check, Bundle contents, Map<String, ZipMember> members) {
        this.check = check;
        this.contents = contents;
        this.members = members;
    }

    static ZipBundle open(BundleCheck check, UserId owner) {
        if (!Files.isRegularFile(check.file())) {
            throw new StorageFailure(
                    StorageFailure.Reason.NOT_READABLE,
                    "There is no file %s; check its name".formatted(check.file()),
                    null);
        }
        try (RandomAccessFile file = new RandomAccessFile(check.file().toFile(), "r")) {
            requireZip(file, check);
            return open(file, check, owner);
        } catch (EOFException e) {
            throw check.damaged("it is cut off");
        } catch (IOException e) {
            throw FileTrouble.reading("The bundle " + check.file(), e);
        }
    }

    private static void requireZip(RandomAccessFile file, BundleCheck check) throws IOException {
        boolean begins =
                file.length() >= Integer.BYTES && Integer.reverseBytes(file.readInt()) == ZipMember.LOCAL_SIGNATURE;
        if (!begins) {
            throw check.rejected(Reason.NOT_A_BUNDLE, "this is no bundle: it is not a zip file", null);
        }
    }

    private static ZipBundle open(RandomAccessFile file, BundleCheck check, UserId owner) throws IOException {
        List<ZipMember> members = ZipDirectory.read(file, check);
        if (members.isEmpty() || !members.get(0).name().equals(ManifestWriter.NAME)) {
            throw check.rejected(
                    Reason.NOT_A_BUNDLE, "this is no bundle: its first entry is not " + ManifestWriter.NAME, null);
        }
        Bundle contents = ManifestEntry.read(file, members.get(0), check, owner);
        checkNames(members, contents, check);
        Map<String, ZipMember> byName = new HashMap<>();
        members.forEach(member -> byName.put(member.name(), member));
        ZipBundle bundle = new ZipBundle(check, contents, byName);
        contents.images().forEach(bundle::checkEntry);
        return bundle;
    }

    private static void checkNames(List<ZipMember> members, Bundle contents, BundleCheck check) {
        List<String> expected = Stream.concat(
                        Stream.of(ManifestWriter.NAME),
                        contents.images().stream().map(ZipBundles::entryName))
                .toList();
        for (int i = 0; i < members.size(); i++) {
            check.require(
                    BundleRule.EXPECTED_NAMES,
                    i < expected.size() && members.get(i).name().equals(expected.get(i)),
                    "entry %d is %s, where its manifest lists %s",
                    i + 1,
                    members.get(i),
                    i < expected.size() ? expected.get(i) : "nothing");
        }
        if (members.size() < expected.size()) {
            throw check.damaged("%s is missing".formatted(expected.get(members.size())));
        }
    }

    /** What can be told of an image without reading it. */
    private void checkEntry(HeldImage image) {
        ZipMember member = member(image);
        if (member.method() != ZipMember.STORED || member.packed() != member.length()) {
            throw check.damaged("%s is compressed, which images in a bundle are not".formatted(member));
        }
        check.require(
                BundleRule.IMAGE_SIZE,
                member.length() <= check.limits().imageBytes(),
                "%s has %d bytes, but an image of at most %d can come in",
                member,
                member.length(),
                check.limits().imageBytes());
        check.require(
                BundleRule.IMAGE_LENGTH,
                member.length() == image.length(),
                "%s has %d bytes, but its manifest says %d",
                member,
                member.length(),
                image.length());
    }

    private ZipMember member(HeldImage image) {
        return Objects.requireNonNull(members.get(ZipBundles.entryName(image)), "checked when it was opened");
    }

    @Override
    public Bundle contents() {
        return contents;
    }

    @Override
    public void check(HeldImage image) {
        ImageMeter meter = new ImageMeter(OutputStream.nullOutputStream());
        try {
            copy(image, meter);
        } catch (IOException e) {
            throw new IllegalStateException("Nothing was written", e);
        }
        Optional<HeldImage> found = meter.image();
        ZipMember name = member(image);
        check.require(
                BundleRule.IMAGE_TYPE,
                found.filter(same -> same.mediaType() == image.mediaType()).isPresent(),
                "%s is no %s by its first bytes",
                name,
                image.mediaType().mime());
        check.require(
                BundleRule.IMAGE_DIGEST,
                found.isEmpty() || found.get().digest().equals(image.digest()),
                "the bytes of %s have another SHA-256 than its name says",
                name);
    }

    @Override
    public void copy(HeldImage image, OutputStream to) throws IOException {
        ZipContent.copy(member(image), check, to);
    }

    /** Nothing is kept open between two images. */
    @Override
    public void close() {}
}
