package dev.pentimento.application;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.ports.in.ImportImages.Arrived;
import dev.pentimento.ports.in.ImportImages.Recognition;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes files in, from the web too: recognises what is known by its bytes or by what it says about itself, and prepares the rest to become versions. */
final class Intake {
    private final KnownVersions knownVersions;
    private final Pictures pictures;
    private final Derivations derivations;
    private final ImageSource web;
    private final Mint mint;

    Intake(KnownVersions knownVersions, Pictures pictures, Derivations derivations, ImageSource web, Mint mint) {
        this.knownVersions = knownVersions;
        this.pictures = pictures;
        this.derivations = derivations;
        this.web = web;
        this.mint = mint;
    }

    /** A picture on its way into a concept: a version that exists, or a file that will become one. */
    sealed interface Arrival {
        ImageSize size();

        /** The version that it is, or was made from elsewhere; empty for what is new. */
        Optional<Version> relative();

        /** The concept it comes from; empty for what is new. */
        default Optional<ConceptId> home() {
            return relative().map(Version::concept);
        }
    }

    /** It is there already. */
    record Known(Version version, FileClaims claims) implements Arrival {
        static Known stored(Version version) {
            return new Known(version, FileClaims.NONE);
        }

        @Override
        public ImageSize size() {
            return version.image().size();
        }

        @Override
        public Optional<Version> relative() {
            return Optional.of(version);
        }
    }

    /**
     * It is new, and proved to be a readable image.
     *
     * @param base the version that was edited elsewhere to make it; null if none is known
     */
    record Fresh(
            Parcel parcel, DecodedImage decoded, @Nullable Version base) implements Arrival {
        @Override
        public ImageSize size() {
            return decoded.raster().size();
        }

        @Override
        public Optional<Version> relative() {
            return Optional.ofNullable(base);
        }
    }

    /**
     * A file, and where it comes from.
     *
     * @param source null = it is the user's own
     */
    record Parcel(ImageFile file, @Nullable SourceUrl source) {
        /** How messages name it. */
        String sender() {
            return source == null ? "'%s'".formatted(file.name()) : source.shown();
        }
    }

    /** Fetches what is not here yet. */
    Parcel open(RefineImage.Given given) {
        return given.open(
                uploaded -> new Parcel(uploaded.file(), null),
                remote -> new Parcel(
                        web.fetch(remote.url(), CallContext.unattended(Instant.MAX)), SourceUrl.of(remote.url())));
    }

    /** Looks among all the owner's versions, or only in {@code concept} when it is given. */
    Arrival receive(Parcel parcel, UserId owner, @Nullable ConceptId concept) {
        return knownVersions
                .byBytes(parcel.file().digest(), owner, concept)
                .<Arrival>map(version -> new Known(version, pictures.claims(parcel.file())))
                .orElseGet(() -> examine(parcel, owner, concept));
    }

    /** For a new concept: what is known by its bytes alone begins anew there, and only what a file says connects it to others. */
    Arrival receiveAnew(Parcel parcel, UserId owner) {
        return examine(parcel, owner, null);
    }

    /** As if nothing were known of it, nor said by it. */
    Arrival receiveUnseen(Parcel parcel) {
        return new Fresh(parcel, pictures.decode(parcel.file(), parcel.sender()), null);
    }

    private Arrival examine(Parcel parcel, UserId owner, @Nullable ConceptId concept) {
        DecodedImage decoded = pictures.decode(parcel.file(), parcel.sender());
        return knownVersions
                .byClaim(decoded, owner)
                .filter(version -> concept == null || version.concept().equals(concept))
                .map(version -> recognise(parcel, decoded, version, owner))
                .orElseGet(() -> new Fresh(parcel, decoded, null));
    }

    /** An edited file that came in before is known by its bytes where its base is. */
    private Arrival recognise(Parcel parcel, DecodedImage decoded, Version claimed, UserId owner) {
        if (knownVersions.samePixels(decoded, claimed)) {
            return new Known(claimed, decoded.claims());
        }
        return knownVersions
                .byBytes(parcel.file().digest(), owner, claimed.concept())
                .<Arrival>map(version -> new Known(version, decoded.claims()))
                .orElseGet(() -> new Fresh(parcel, decoded, claimed));
    }

    /** The version of an arrival in {@code concept}; its images are in the vault when this returns, nothing is recorded yet. */
    Version settle(Arrival arrival, ConceptId concept) {
        return settle(arrival, concept, false);
    }

    /** As the other, for what is to be looked at while another version is refined. */
    Version settleReference(Arrival arrival, ConceptId concept) {
        return settle(arrival, concept, true);
    }

    private Version settle(Arrival arrival, ConceptId concept, boolean reference) {
        if (arrival instanceof Fresh fresh) {
            return settle(fresh, concept, reference);
        }
        Version known = ((Known) arrival).version();
        return known.concept().equals(concept) ? known : adopt(known, concept, reference);
    }

    /** Records a settled version, unless it was known all along. */
    static void record(RecordWriter writer, Version version) {
        if (writer.version(version.id()).isEmpty()) {
            writer.add(version);
        }
    }

    /** What to tell about an arrival that became {@code version}. */
    static Arrived tell(Arrival arrival, Version version) {
        if (arrival instanceof Known known) {
            return new Arrived(version.id(), Recognition.KNOWN, known.claims().contentCredentials());
        }
        boolean credentials = ((Fresh) arrival).decoded().claims().contentCredentials();
        return new Arrived(version.id(), version.isOriginal() ? Recognition.NEW : Recognition.EDITED, credentials);
    }

    private Version settle(Fresh fresh, ConceptId concept, boolean reference) {
        Image file = pictures.keep(fresh.decoded());
        Image upright = pictures.keep(fresh.decoded().raster());
        Version base = fresh.base();
        Parcel parcel = fresh.parcel();
        List<VersionId> parents = base != null && base.concept().equals(concept) ? List.of(base.id()) : List.of();
        Origin origin = new Origin.Imported(parcel.file().name(), file, parcel.source(), reference);
        return version(concept, upright, parents, origin);
    }

    /** Versions belong to one concept, so a picture of another one comes in as an original of its own, from a file that says what it is. */
    private Version adopt(Version foreign, ConceptId concept, boolean reference) {
        String name =
                "%s.%s".formatted(foreign.id(), foreign.image().mediaType().extension());
        Image file = pictures.keepAnnotated(foreign.image(), derivations.of(foreign));
        return version(concept, foreign.image(), List.of(), new Origin.Imported(name, file, null, reference));
    }

    private Version version(ConceptId concept, Image image, List<VersionId> parents, Origin origin) {
        return new Version(mint.versionId(), concept, image, parents, origin, mint.now());
    }
}
