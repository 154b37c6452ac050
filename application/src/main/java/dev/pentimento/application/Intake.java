package dev.pentimento.application;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes files in, from the web too: recognises what is known by its bytes, and prepares the rest to become originals. */
final class Intake {
    private final Records records;
    private final Pictures pictures;
    private final ImageSource web;
    private final Mint mint;

    Intake(Records records, Pictures pictures, ImageSource web, Mint mint) {
        this.records = records;
        this.pictures = pictures;
        this.web = web;
        this.mint = mint;
    }

    /** A picture on its way into a concept: a version that exists, or a file that will become one. */
    sealed interface Arrival {
        ImageSize size();
    }

    /** It is there already. */
    record Known(Version version) implements Arrival {
        @Override
        public ImageSize size() {
            return version.image().size();
        }
    }

    /** It is new, and proved to be a readable image. */
    record Fresh(Parcel parcel, DecodedImage decoded) implements Arrival {
        @Override
        public ImageSize size() {
            return decoded.raster().size();
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
                remote -> new Parcel(web.fetch(remote.url(), new Unhurried()), SourceUrl.of(remote.url())));
    }

    /** Looks among all the owner's versions, or only in {@code concept} when it is given. */
    Arrival receive(Parcel parcel, UserId owner, @Nullable ConceptId concept) {
        ImageFile file = parcel.file();
        List<Version> known = records.read(reader -> holding(reader, file, owner, concept));
        return known.isEmpty()
                ? new Fresh(parcel, pictures.decode(file.bytes(), parcel.sender()))
                : new Known(known.get(0));
    }

    /** The version of an arrival in {@code concept}; its images are in the vault when this returns, nothing is recorded yet. */
    Version settle(Arrival arrival, ConceptId concept) {
        if (arrival instanceof Fresh fresh) {
            return original(fresh, concept);
        }
        Version known = ((Known) arrival).version();
        return known.concept().equals(concept) ? known : adopt(known, concept);
    }

    /** Records a settled version, unless it was known all along. */
    static void record(RecordWriter writer, Version version) {
        if (writer.version(version.id()).isEmpty()) {
            writer.add(version);
        }
    }

    private Version original(Fresh fresh, ConceptId concept) {
        Image file = pictures.keep(fresh.decoded());
        Image upright = pictures.keep(fresh.decoded().raster());
        Parcel parcel = fresh.parcel();
        return version(concept, upright, new Origin.Imported(parcel.file().name(), file, parcel.source()));
    }

    /** Versions belong to one concept, so a picture of another one comes in as an original of its own. */
    private Version adopt(Version foreign, ConceptId concept) {
        String name =
                "%s.%s".formatted(foreign.id(), foreign.image().mediaType().extension());
        return version(concept, foreign.image(), new Origin.Imported(name, foreign.image()));
    }

    private Version version(ConceptId concept, Image image, Origin origin) {
        return new Version(mint.versionId(), concept, image, List.of(), origin, mint.now());
    }

    private static List<Version> holding(
            RecordReader reader, ImageFile file, UserId owner, @Nullable ConceptId concept) {
        return reader.versionsHolding(owner, file.digest()).stream()
                .filter(version -> concept == null || version.concept().equals(concept))
                .toList();
    }
}
