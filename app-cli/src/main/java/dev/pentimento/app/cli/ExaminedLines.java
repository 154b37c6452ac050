package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import dev.pentimento.ports.in.ExamineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file for people: what it is, what is known about it, and what it says about itself. */
final class ExaminedLines {
    private static final int EXCERPT = 60;

    private final ExamineImage.Examination examination;
    private final Paint paint;
    private final ResultLines result;
    private final List<String> lines = new ArrayList<>();

    ExaminedLines(ExamineImage.Examination examination, Paint paint) {
        this.examination = examination;
        this.paint = paint;
        this.result = new ResultLines(paint);
    }

    List<String> lines() {
        Image image = examination.image();
        lines.add(paint.strong(Words.line(examination.fileName())) + "  " + image.size());
        fact("format", "%s, %d bytes".formatted(image.mediaType().mime(), image.length()));
        fact("sha256", image.digest().hex());
        fact("version", match(examination.match()));
        if (examination.claims().contentCredentials()) {
            fact("C2PA", "it " + FileWords.CONTENT_CREDENTIALS);
        }
        addClaims();
        return lines;
    }

    private static String match(ExamineImage.@Nullable Match match) {
        if (match == null) {
            return "none that is known here";
        }
        String name = "%s %s (%s)"
                .formatted(
                        match.version().label(),
                        match.version().badge(),
                        match.version().version().id());
        return switch (match.likeness()) {
            case SAME_BYTES -> "this is " + name + ", byte for byte";
            case SAME_PIXELS -> "this is " + name + ": other bytes, the same pixels";
            case CLAIMED -> "says it comes from " + name + "; its pixels are others, edited or saved with loss since";
        };
    }

    private void addClaims() {
        Provenance provenance = examination.claims().provenance();
        if (provenance == null && examination.claims().sourceType() == null) {
            fact("claims", "says nothing about itself");
            return;
        }
        fact("claims", "the file says the following about itself, and anybody could have written it");
        if (examination.claims().sourceType() != null) {
            fact("source", examination.claims().sourceType().uri());
        }
        if (provenance != null) {
            addProvenance(provenance);
        }
    }

    private void addProvenance(Provenance provenance) {
        fact("concept", provenance.concept().toString());
        fact("created", provenance.createdAt().toString());
        for (int i = 0; i < provenance.steps().size(); i++) {
            if (i == 1 && provenance.omitted() > 0) {
                fact("", "... %d more steps ...".formatted(provenance.omitted()));
            }
            fact("step", step(provenance.steps().get(i)));
        }
    }

    private static String step(Step step) {
        String maker = Stream.of(step.provider(), step.model())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" / "));
        return "%s %s%s%s%s"
                .formatted(
                        step.label(),
                        step.making().label().replace('_', ' '),
                        step.instruction().isEmpty() ? "" : " \"" + Words.excerpt(step.instruction(), EXCERPT) + "\"",
                        maker.isEmpty() ? "" : ", " + maker,
                        step.seed() == null ? "" : ", seed " + step.seed());
    }

    private void fact(String name, String value) {
        lines.add(result.fact(name, Words.line(value)));
    }
}
