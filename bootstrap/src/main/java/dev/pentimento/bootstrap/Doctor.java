package dev.pentimento.bootstrap;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.out.ImageCodec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Examines an installation: what works, what will not, and what to do about it. Never calls a provider; never tells a key. */
public final class Doctor {
    private final Settings settings;
    private final AdapterCatalogue catalogue;
    private final InstantSource clock;

    private Doctor(Settings settings, AdapterCatalogue catalogue, InstantSource clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Creates nothing: a home that is not there yet stays away. */
    public static List<Finding> examine(Settings settings) {
        try {
            return examine(settings, AdapterCatalogue.onClassPath(), InstantSource.system());
        } catch (InvalidSettings unusable) {
            return List.of(Finding.problem("class path", unusable, "Repair the installation"));
        }
    }

    static List<Finding> examine(Settings settings, AdapterCatalogue catalogue, InstantSource clock) {
        return new Doctor(settings, catalogue, clock).findings();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("java", "%s on %s".formatted(Runtime.version(), System.getProperty("os.name"))));
        settings.warnings().forEach(warning -> findings.add(Finding.warning("settings", warning, "")));
        findings.add(codec());
        findings.addAll(new HomeExamination(settings, catalogue).findings());
        findings.addAll(new ProviderExamination(settings, catalogue, clock).findings());
        return List.copyOf(findings);
    }

    /** Having a codec is not enough: one pixel must survive the way there and back. */
    private Finding codec() {
        Raster pixel = Raster.of(new ImageSize(1, 1), new int[] {0xff336699});
        try {
            ImageCodec codec = catalogue.codec().create(settings.intakeLimits());
            EncodedImage written = codec.encode(pixel, MediaType.PNG);
            return codec.decode(written.bytes()).raster().equals(pixel)
                    ? Finding.ok(
                            "image codec",
                            "'%s' reads what it writes"
                                    .formatted(catalogue.codec().name()))
                    : Finding.problem("image codec", "A PNG came back with another colour", "Repair the installation");
        } catch (PentimentoException unusable) {
            return Finding.problem("image codec", unusable, "Add the jar pentimento-adapters-imaging");
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param subject what, in a word or two
     * @param advice what to do; empty when there is nothing to do
     */
    public record Finding(Level level, String subject, String message, String advice) {

        static Finding ok(String subject, String message) {
            return new Finding(Level.OK, subject, message, "");
        }

        static Finding warning(String subject, String message, String advice) {
            return new Finding(Level.WARNING, subject, message, advice);
        }

        static Finding problem(String subject, PentimentoException failure, String advice) {
            return problem(subject, String.valueOf(failure.getMessage()), advice);
        }

        static Finding problem(String subject, String message, String advice) {
            return new Finding(Level.PROBLEM, subject, message, advice);
        }
    }

    /** How bad it is: a warning works, a problem does not. */
    public enum Level {
        OK,
        WARNING,
        PROBLEM
    }
}
