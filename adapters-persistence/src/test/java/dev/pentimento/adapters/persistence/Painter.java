package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores images and adds versions, each the child of the one before, until it is killed; its only argument is the home. Says each it has added. */
final class Painter {
    private Painter() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        ImageVault vault = new FileImageVaultFactory().open(home);
        Records records = new SqliteRecordsFactory().open(home);
        Concept concept = new Concept(new ConceptId(UUID.randomUUID()), UserId.LOCAL, Brief.EMPTY, Instant.now());
        Recording.recorded(records, concept);
        Version last = paint(concept, List.of(), vault, records);
        while (true) {
            last = paint(concept, List.of(last.id()), vault, records);
        }
    }

    private static Version paint(Concept concept, List<VersionId> parents, ImageVault vault, Records records) {
        EncodedImage picture = Fixtures.anEncodedImage();
        vault.store(picture);
        Image image = Image.of(picture, Fixtures.SIZE);
        VersionId id = new VersionId(UUID.randomUUID());
        Origin origin = new Origin.Imported("picture.png", image);
        Version version = new Version(id, concept.id(), image, parents, origin, Instant.now());
        Recording.recorded(records, version);
        System.out.println(id);
        return version;
    }
}
