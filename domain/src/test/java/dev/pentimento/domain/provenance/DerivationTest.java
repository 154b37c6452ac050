package dev.pentimento.domain.provenance;

import static dev.pentimento.domain.provenance.DigitalSourceType.ALGORITHMICALLY_ENHANCED;
import static dev.pentimento.domain.provenance.DigitalSourceType.ALGORITHMIC_MEDIA;
import static dev.pentimento.domain.provenance.DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
import static dev.pentimento.domain.provenance.DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivationTest {
    private static final ConceptId CONCEPT = new ConceptId(new UUID(0, 99));
    private static final Image IMAGE =
            new Image(new ImageDigest("0".repeat(64)), MediaType.PNG, new ImageSize(1, 1), 68);
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final boolean BY_MODEL = true;
    private static final boolean BY_ALGORITHM = false;

    private final List<Version> versions = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<VersionId, DigitalSourceType> claims = new HashMap<>();

    @Test
    void photographClaimsNothing() {
        assertThat(typeOf(photograph())).isNull();
    }

    @Test
    void photographEditedElsewhereStillClaimsNothing() {
        Version photograph = photograph();

        assertThat(typeOf(imported(photograph))).isNull();
    }

    @Test
    void photographChangedByAnAlgorithmIsEnhanced() {
        Version a1 = refined(BY_ALGORITHM, photograph());

        assertThat(typeOf(a1)).isEqualTo(ALGORITHMICALLY_ENHANCED);
        assertThat(typeOf(refined(BY_ALGORITHM, a1))).isEqualTo(ALGORITHMICALLY_ENHANCED);
    }

    @Test
    void photographChangedByAModelIsAComposite() {
        Version a1 = refined(BY_MODEL, photograph());

        assertThat(typeOf(a1)).isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_ALGORITHM, a1))).isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(imported(a1))).isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void whatAnAlgorithmDrewIsAlgorithmic() {
        Version drawing = generated(BY_ALGORITHM);

        assertThat(typeOf(drawing)).isEqualTo(ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_ALGORITHM, drawing))).isEqualTo(ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_MODEL, drawing))).isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void whatAModelMadeIsTrained() {
        Version made = generated(BY_MODEL);

        assertThat(typeOf(made)).isEqualTo(TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_MODEL, made))).isEqualTo(TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_ALGORITHM, made))).isEqualTo(TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(recolored(made))).isEqualTo(TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(imported(made))).isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void referencesCountToo() {
        Version photograph = photograph();

        assertThat(typeOf(refined(BY_ALGORITHM, photograph, generated(BY_MODEL))))
                .isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_MODEL, generated(BY_MODEL), photograph)))
                .isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_ALGORITHM, generated(BY_ALGORITHM), photograph)))
                .isEqualTo(ALGORITHMICALLY_ENHANCED);
    }

    @Test
    void whatAFileSaysOfItselfIsPassedOn() {
        for (DigitalSourceType type : DigitalSourceType.values()) {
            Version brought = photograph();
            claims.put(brought.id(), type);

            assertThat(typeOf(brought)).isEqualTo(type);
        }
    }

    /** Whoever brings in a generated picture and sharpens it does not make it a photograph. */
    @Test
    void changesDoNotHideThatAModelWasThere() {
        Version brought = photograph();
        claims.put(brought.id(), TRAINED_ALGORITHMIC_MEDIA);

        assertThat(typeOf(refined(BY_ALGORITHM, brought))).isEqualTo(TRAINED_ALGORITHMIC_MEDIA);
        assertThat(typeOf(refined(BY_ALGORITHM, photograph(), brought)))
                .isEqualTo(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void stepsTellWhoDidWhat() {
        Version a = photograph();
        Version a1 = refined(BY_MODEL, a);
        Version a11 = masked(a1);

        Provenance provenance = derivation().of(a11.id());

        assertThat(provenance.steps())
                .containsExactly(
                        new Step(a.id(), "A", Making.IMPORTED, "", "", "", null),
                        new Step(a1.id(), "A1", Making.REFINED, "make it warmer", "local", "m-1", 7L),
                        new Step(a11.id(), "A1.1", Making.REFINED_WITHIN_MASK, "make it warmer", "local", "m-1", 7L));
        assertThat(provenance.concept()).isEqualTo(CONCEPT);
        assertThat(provenance.parents()).containsExactly(a1.id());
        assertThat(provenance.createdAt()).isEqualTo(a11.createdAt());
        assertThat(provenance.label()).isEqualTo("A1.1");
        assertThat(provenance.version()).isEqualTo(a11.id());
        assertThat(provenance.omitted()).isZero();
    }

    @Test
    void longChainsKeepTheOriginalAndTheLastHundred() {
        Version first = photograph();
        Version last = first;
        for (int i = 0; i < 3000; i++) {
            last = refined(BY_ALGORITHM, last);
        }

        Provenance provenance = derivation().of(last.id());

        assertThat(provenance.steps()).hasSize(101);
        assertThat(provenance.omitted()).isEqualTo(2900);
        assertThat(provenance.steps().get(0).version()).isEqualTo(first.id());
        assertThat(provenance.steps().get(1).version())
                .isEqualTo(versions.get(2901).id());
        assertThat(provenance.version()).isEqualTo(last.id());
        assertThat(provenance.label()).hasSize(200).endsWith("…");
    }

    @Test
    void chainsOfAHundredAndOneAreWhole() {
        Version last = photograph();
        for (int i = 0; i < 100; i++) {
            last = refined(BY_ALGORITHM, last);
        }

        assertThat(derivation().of(last.id()).omitted()).isZero();
        Version further = refined(BY_ALGORITHM, last);
        assertThat(derivation().of(further.id()).omitted()).isEqualTo(1);
    }

    private @Nullable DigitalSourceType typeOf(Version version) {
        DigitalSourceType type = derivation().sourceType(version.id());
        assertThat(derivation().of(version.id()).sourceType()).isEqualTo(type);
        return type;
    }

    private Derivation derivation() {
        return new Derivation(Lineage.of(versions), jobs, version -> Optional.ofNullable(claims.get(version.id())));
    }

    private Version photograph() {
        return imported();
    }

    private Version imported(Version... parents) {
        return add(new Origin.Imported("secret project.jpg", IMAGE), parents);
    }

    private Version generated(boolean byModel) {
        Work work = new Work.GenerateOriginals(new Instruction("a fox"), new ImageSize(8, 8), 1, 0, 7L);
        return made(work, byModel, Origin.Generated::new);
    }

    private Version refined(boolean byModel, Version base, Version... references) {
        Version[] parents =
                Stream.concat(Stream.of(base), Stream.of(references)).toArray(Version[]::new);
        return made(refinement(base), byModel, Origin.Refined::new, parents);
    }

    private Version masked(Version base) {
        return made(refinement(base), BY_ALGORITHM, job -> new Origin.MaskedRefined(job, new MaskCheck(0, 1, 1)), base);
    }

    private Version recolored(Version base) {
        Palette palette = new Palette("Dusk", "", List.of("#000000", "#ffffff"));
        return made(refinement(base), BY_MODEL, job -> new Origin.Recolored(job, palette), base);
    }

    private static Work refinement(Version base) {
        Refinement warmer = new Refinement.PromptRefinement(new Instruction("make it warmer"), null);
        Knobs knobs = new Knobs(Strength.DEFAULT, Creativity.BALANCED, Set.of(), 1, 7L);
        return new Work.RefineVersion(base.id(), List.of(), warmer, knobs, Brief.EMPTY);
    }

    private Version made(Work work, boolean byModel, Function<JobId, Origin> origin, Version... parents) {
        JobId job = new JobId(new UUID(2, jobs.size()));
        Version version = add(origin.apply(job), parents);
        jobs.add(Job.submit(job, UserId.LOCAL, CONCEPT, work, ProviderChoice.ANY, START)
                .start(START)
                .complete(
                        List.of(version.id()),
                        new ProviderReport("local", "m-1", "warmer", List.of(), Cost.free(), byModel),
                        START));
        return version;
    }

    private Version add(Origin origin, Version... parents) {
        VersionId id = new VersionId(new UUID(1, versions.size()));
        List<VersionId> ids = Stream.of(parents).map(Version::id).toList();
        Version version = new Version(id, CONCEPT, IMAGE, ids, origin, START.plusSeconds(versions.size()));
        versions.add(version);
        return version;
    }
}
