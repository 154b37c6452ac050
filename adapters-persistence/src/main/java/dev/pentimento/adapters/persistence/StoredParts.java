package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the parts of a history are written in a bundle. Who owns them is not: it is said by whoever reads them. */
final class StoredParts {
    private StoredParts() {}

    static Document write(Concept concept) {
        return Document.empty()
                .with("id", concept.id().toString())
                .with("brief", StoredBrief.write(concept.brief()))
                .with("created_at", concept.createdAt().toString());
    }

    static Concept concept(Document concept, UserId owner) {
        return new Concept(
                ConceptId.parse(concept.text("id")),
                owner,
                StoredBrief.read(concept.document("brief")),
                Instant.parse(concept.text("created_at")));
    }

    static Document write(Version version) {
        return Document.empty()
                .with("id", version.id().toString())
                .with("concept", version.concept().toString())
                .with("image", StoredImage.write(version.image()))
                .with(
                        "parents",
                        version.parents().stream().map(VersionId::toString).toList())
                .with("origin", StoredOrigin.write(version.origin()))
                .with("created_at", version.createdAt().toString());
    }

    static Version version(Document version) {
        return new Version(
                VersionId.parse(version.text("id")),
                ConceptId.parse(version.text("concept")),
                StoredImage.read(version.document("image")),
                version.texts("parents", VersionId::parse),
                StoredOrigin.read(version.document("origin")),
                Instant.parse(version.text("created_at")));
    }

    static Document write(Job job) {
        return Document.empty()
                .with("id", job.id().toString())
                .with("concept", job.concept().toString())
                .with("work", StoredWork.write(job.work()))
                .with("provider", job.provider().name())
                .with("model", job.provider().model())
                .with("state", StoredState.write(job.state()))
                .with("attempt", job.attempt())
                .with("created_at", job.createdAt().toString())
                .with("started_at", text(job.startedAt()))
                .with("ended_at", text(job.endedAt()));
    }

    static Job job(Document job, UserId owner) {
        return new Job(
                JobId.parse(job.text("id")),
                owner,
                ConceptId.parse(job.text("concept")),
                StoredWork.read(job.document("work")),
                new ProviderChoice(
                        job.optionalText("provider").orElse(null),
                        job.optionalText("model").orElse(null)),
                StoredState.read(job.document("state")),
                job.integer("attempt"),
                Instant.parse(job.text("created_at")),
                moment(job, "started_at"),
                moment(job, "ended_at"));
    }

    static Document write(HeldImage image) {
        return Document.empty()
                .with("digest", image.digest().hex())
                .with("media_type", image.mediaType().mime())
                .with("length", image.length());
    }

    static HeldImage image(Document image) {
        return new HeldImage(
                new ImageDigest(image.text("digest")),
                MediaType.ofMime(image.text("media_type")),
                image.number("length"));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Instant moment(Document job, String name) {
        return job.optionalText(name).map(Instant::parse).orElse(null);
    }
}
