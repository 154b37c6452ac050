package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.ZipForge.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.out.Bundles.OpenBundle;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.TravellingHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that somebody made to do harm. Each is refused by one rule, and gets in where that rule alone is taken away. */
class HostileBundleTest {
    private static final BundleLimits LIMITS = new BundleLimits(20, 2_000_000, 10_000, 50);
    private static final TravellingHistory TRAVELLING = TravellingHistory.of(UserId.LOCAL);
    private static final Bundle BUNDLE = TRAVELLING.bundle();
    private static final String MANIFEST = manifest(BUNDLE);
    private static final int SYMBOLIC_LINK = 0120777 << 16;
    private static final int FOLDER = 0040755 << 16;
    private static final byte[] HARM = text("harm");
    private static final long SEED = 20261120;
    private static final int MUTANTS = 3_000;
    private static final Pattern VALUE = Pattern.compile("(?<=:)(\"[^\"]*\"|-?[0-9.]+)");
    private static final List<String> OTHER_VALUES = List.of(
            "0",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999",
            "9223372036854775807",
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"../../evil\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"1-1-1-1-1\"",
            "\"%\"",
            "[".repeat(2_000));

    @TempDir
    private Path folder;

    @Test
    void honestBundleGetsIn() {
        assertThat(getsIn(forge(MANIFEST).bytes(), EnumSet.allOf(BundleRule.class)))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void attackIsRefused(String name, BundleRule rule, byte[] attack) {
        assertThatExceptionOfType(BundleRejected.class)
                .isThrownBy(() -> getsIn(attack, EnumSet.allOf(BundleRule.class)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(rule.reason()))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("attack.zip: ")
                        .contains("; ")
                        .doesNotContain("\n")
                        .hasSizeLessThan(400));
    }

    /** The control: the attack is one, and it is this rule that stops it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void attackGetsInWithoutItsRule(String name, BundleRule rule, byte[] attack) {
        assertThat(getsIn(attack, EnumSet.complementOf(EnumSet.of(rule)))).isTrue();
    }

    @Test
    void everyRuleStopsAnAttack() {
        Set<Object> tried = attacks().map(attack -> attack.get()[1]).collect(Collectors.toSet());

        assertThat(tried).containsExactlyInAnyOrder((Object[]) BundleRule.values());
    }

    /** Whatever a manifest says, it is taken in or refused; nothing else may come out of it. */
    @Test
    void mutatedManifestsAreRefusedOrMakeSense() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutate(MANIFEST, random);
            try {
                getsIn(forge(mutant).bytes(), EnumSet.allOf(BundleRule.class));
            } catch (BundleRejected expected) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("Mutant %d of seed %d: %s".formatted(i, SEED, mutant), e);
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 2);
    }

    /** Puts something in the place of one value, or leaves out or repeats a piece. */
    private static String mutate(String manifest, Random random) {
        int place = random.nextInt(manifest.length());
        if (random.nextInt(4) == 0) {
            int end = Math.min(manifest.length(), place + random.nextInt(200));
            String piece =
                    random.nextBoolean() ? "" : manifest.substring(place, end).repeat(2);
            return manifest.substring(0, place) + piece + manifest.substring(end);
        }
        Matcher value = VALUE.matcher(manifest);
        if (!value.find(place)) {
            return manifest.substring(0, place);
        }
        String other = OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()));
        return manifest.substring(0, value.start()) + other + manifest.substring(value.end());
    }

    static Stream<Arguments> attacks() {
        return Stream.of(names(), shapes(), sizes(), contents()).flatMap(attacks -> attacks);
    }

    /** No entry is ever written to where its name says; and none with such a name is taken in. */
    private static Stream<Arguments> names() {
        return Stream.of(
                        "../../evil.png",
                        "/etc/passwd",
                        "..\\evil.png",
                        "C:\\evil.png",
                        "images/../../evil.png",
                        "nested.zip",
                        "images/",
                        "",
                        "bell\u0007",
                        "very/long".repeat(11),
                        "manifest.json")
                .map(name -> arguments(
                        "entry called '%s'".formatted(name.replace("\u0007", "?")),
                        BundleRule.EXPECTED_NAMES,
                        forge(MANIFEST).stored(name, HARM).bytes()));
    }

    private static Stream<Arguments> shapes() {
        HeldImage first = BUNDLE.images().get(0);
        return Stream.of(
                arguments(
                        "the same image twice",
                        BundleRule.EXPECTED_NAMES,
                        forge(MANIFEST)
                                .stored(ZipBundles.entryName(first), bytes(first))
                                .bytes()),
                arguments(
                        "symbolic link",
                        BundleRule.REGULAR_FILES,
                        images(UnaryOperator.identity(), ZipForge.attributes(SYMBOLIC_LINK))),
                arguments(
                        "folder",
                        BundleRule.REGULAR_FILES,
                        images(UnaryOperator.identity(), ZipForge.attributes(FOLDER))),
                arguments("encrypted entries", BundleRule.PLAIN_ENTRIES, images(ZipForge.flags(1), ZipForge.flags(1))),
                arguments("data descriptors", BundleRule.PLAIN_ENTRIES, images(ZipForge.flags(8), ZipForge.flags(8))),
                arguments("bytes between entries", BundleRule.TILING, withGap()),
                arguments("bytes before the first entry", BundleRule.TILING, withPrefix()),
                arguments("overlapping entries", BundleRule.TILING, overlapping()),
                arguments(
                        "another checksum in front of the entry",
                        BundleRule.HEADERS_AGREE,
                        images(ZipForge.otherCrc(), UnaryOperator.identity())),
                arguments(
                        "an encrypted entry that the directory calls plain",
                        BundleRule.HEADERS_AGREE,
                        images(ZipForge.flags(1), UnaryOperator.identity())));
    }

    private static Stream<Arguments> sizes() {
        String spaces = " ".repeat(1_900_000);
        byte[] bursting = text(MANIFEST + spaces);
        return Stream.of(
                arguments(
                        "many entries",
                        BundleRule.ENTRY_COUNT,
                        forge(pictures(LIMITS.entries())).bytes()),
                arguments(
                        "large manifest",
                        BundleRule.MANIFEST_SIZE,
                        forge(MANIFEST + spaces + spaces).bytes()),
                arguments(
                        "manifest that bursts",
                        BundleRule.PACKING,
                        withImages(new ZipForge().deflated(ManifestWriter.NAME, bursting, length -> length))
                                .bytes()),
                arguments(
                        "manifest that is longer than it says",
                        BundleRule.UNPACKED_LENGTH,
                        withImages(new ZipForge().deflated(ManifestWriter.NAME, bursting, length -> 50_000L))
                                .bytes()),
                arguments("long chain", BundleRule.CHAINS, forge(chain(12)).bytes()),
                arguments(
                        "large image",
                        BundleRule.IMAGE_SIZE,
                        forge(Pictures.of(png(20_000))).bytes()));
    }

    private static Stream<Arguments> contents() {
        String id = BUNDLE.history().versions().get(1).id().toString();
        return Stream.of(
                arguments("wrong checksum", BundleRule.CHECKSUM, images(ZipForge.otherCrc(), ZipForge.otherCrc())),
                arguments(
                        "newer format",
                        BundleRule.FORMAT_VERSION,
                        forge(MANIFEST.replace("\"version\":1,", "\"version\":2,"))
                                .bytes()),
                arguments(
                        "field that we do not know",
                        BundleRule.LOSSLESS,
                        forge(MANIFEST.replaceFirst("\"brief\":\\{", "\"brief\":{\"mood\":\"calm\","))
                                .bytes()),
                arguments(
                        "half a character",
                        BundleRule.LOSSLESS,
                        forge(MANIFEST.replaceFirst("\"prompt\":\"", "\"prompt\":\"\\\\ud800"))
                                .bytes()),
                arguments(
                        "id in another spelling",
                        BundleRule.LOSSLESS,
                        forge(MANIFEST.replace(id, id.toUpperCase(Locale.ROOT))).bytes()),
                arguments("image that is shorter than listed", BundleRule.IMAGE_LENGTH, lengthened()),
                arguments("other bytes under a digest", BundleRule.IMAGE_DIGEST, exchanged()),
                arguments(
                        "text as image",
                        BundleRule.IMAGE_TYPE,
                        forge(Pictures.of(HARM)).bytes()),
                arguments(
                        "image of another format",
                        BundleRule.IMAGE_TYPE,
                        forge(Pictures.of(jpeg())).bytes()));
    }

    /** Originals, called PNG whatever they are. */
    private record Pictures(List<byte[]> files, boolean chained) {
        static Pictures of(byte[]... files) {
            return new Pictures(List.of(files), false);
        }

        Bundle bundle() {
            Concept concept = Fixtures.aConcept();
            List<Version> versions = new ArrayList<>();
            for (byte[] file : files) {
                List<VersionId> parents = chained && !versions.isEmpty()
                        ? List.of(versions.get(versions.size() - 1).id())
                        : List.of();
                Origin origin = new Origin.Imported("a.png", image(file));
                versions.add(
                        new Version(Fixtures.aVersionId(), concept.id(), image(file), parents, origin, Fixtures.NOW));
            }
            History history = new History(List.of(concept), versions, List.of());
            return new Bundle(
                    history,
                    files.stream()
                            .map(file -> HeldImage.of(image(file)))
                            .sorted(Comparator.comparing(HeldImage::digest))
                            .toList());
        }

        byte[] file(HeldImage image) {
            return files.stream()
                    .filter(file -> image(file).digest().equals(image.digest()))
                    .findFirst()
                    .orElseThrow();
        }

        private static Image image(byte[] file) {
            return new Image(new ImageFile("a", file).digest(), MediaType.PNG, Fixtures.SIZE, file.length);
        }
    }

    private static Pictures pictures(int count) {
        return new Pictures(many(count), false);
    }

    /** Each the child of the one before. */
    private static Pictures chain(int count) {
        return new Pictures(many(count), true);
    }

    private static List<byte[]> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> png(100 + i)).toList();
    }

    private static byte[] png(int length) {
        return Arrays.copyOf(Fixtures.anEncodedImage().bytes(), length);
    }

    private static byte[] jpeg() {
        return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 7};
    }

    private static ZipForge forge(String manifest) {
        return withImages(new ZipForge().stored(ManifestWriter.NAME, text(manifest)));
    }

    private static ZipForge forge(Pictures pictures) {
        Bundle bundle = pictures.bundle();
        ZipForge forge = new ZipForge().stored(ManifestWriter.NAME, text(manifest(bundle)));
        bundle.images().forEach(image -> forge.stored(ZipBundles.entryName(image), pictures.file(image)));
        return forge;
    }

    private static ZipForge withImages(ZipForge forge) {
        BUNDLE.images().forEach(image -> forge.stored(ZipBundles.entryName(image), bytes(image)));
        return forge;
    }

    private static byte[] bytes(HeldImage image) {
        return TRAVELLING.image(image.digest()).bytes();
    }

    /** Honest but for what is said of each image. */
    private static byte[] images(UnaryOperator<ZipMember> inFront, UnaryOperator<ZipMember> inDirectory) {
        ZipForge forge = new ZipForge().stored(ManifestWriter.NAME, text(MANIFEST));
        BUNDLE.images().forEach(image -> forge.entry(ZipBundles.entryName(image), bytes(image), inFront, inDirectory));
        return forge.bytes();
    }

    private static byte[] withGap() {
        return withImages(new ZipForge()
                        .stored(ManifestWriter.NAME, text(MANIFEST))
                        .gap(HARM))
                .bytes();
    }

    private static byte[] withPrefix() {
        byte[] signature = {'P', 'K', 3, 4};
        return withImages(new ZipForge().gap(signature).stored(ManifestWriter.NAME, text(MANIFEST)))
                .bytes();
    }

    /** The second image is found within the first one. */
    private static byte[] overlapping() {
        byte[] inner = png(90);
        String innerName =
                ZipBundles.entryName(Pictures.of(inner).bundle().images().get(0));
        byte[] innerHeader = ZipMember.of(
                        innerName, ZipMember.STORED, ZipForge.crc(inner), inner.length, inner.length, 0)
                .localHeader();
        byte[] beginning = Arrays.copyOf(inner, 8);
        byte[] outer = ByteBuffer.allocate(beginning.length + innerHeader.length + inner.length)
                .put(beginning)
                .put(innerHeader)
                .put(inner)
                .array();
        Pictures both = Pictures.of(outer, inner);
        Bundle bundle = both.bundle();
        ZipForge forge = new ZipForge().stored(ManifestWriter.NAME, text(manifest(bundle)));
        HeldImage outerImage = HeldImage.of(Pictures.image(outer));
        String outerName = ZipBundles.entryName(outerImage);
        int place = forge.place();
        ZipMember outerMember =
                ZipMember.of(outerName, ZipMember.STORED, ZipForge.crc(outer), outer.length, outer.length, place);
        int innerPlace = Math.toIntExact(outerMember.contentOffset()) + beginning.length;
        ZipMember innerMember =
                ZipMember.of(innerName, ZipMember.STORED, ZipForge.crc(inner), inner.length, inner.length, innerPlace);
        forge.gap(outerMember.localHeader()).gap(outer);
        bundle.images().forEach(image -> forge.listed(image.equals(outerImage) ? outerMember : innerMember));
        return forge.bytes();
    }

    private static byte[] lengthened() {
        HeldImage image = BUNDLE.images().get(0);
        String described = "(\"digest\":\"%s\"[^}]*\"length\":)%d".formatted(image.digest(), image.length());
        return forge(MANIFEST.replaceAll(described, "$1" + (image.length() + 1)))
                .bytes();
    }

    private static byte[] exchanged() {
        ZipForge forge = new ZipForge().stored(ManifestWriter.NAME, text(MANIFEST));
        for (HeldImage image : BUNDLE.images()) {
            byte[] other = bytes(image);
            other[other.length - 1] ^= 1;
            forge.stored(ZipBundles.entryName(image), other);
        }
        return forge.bytes();
    }

    private static String manifest(Bundle bundle) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            ManifestWriter.write(bundle, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString(StandardCharsets.UTF_8);
    }

    /** Whether all of it can be read to the end. */
    private boolean getsIn(byte[] bytes, Set<BundleRule> rules) {
        Path file = folder.resolve("attack.zip");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (OpenBundle open = new ZipBundles(new Home(folder), LIMITS, rules).open(file, UserId.LOCAL)) {
            open.contents().images().forEach(open::check);
            return true;
        }
    }
}
