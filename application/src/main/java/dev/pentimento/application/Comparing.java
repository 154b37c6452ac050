package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Candidate;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Selection;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageCritic.Preference;
import dev.pentimento.ports.out.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has images compared whose scores say too little, each pair in both orders: a critic that goes by the place of a picture contradicts itself then. */
final class Comparing {
    private final Questions questions;
    private final Records records;
    private final Pictures pictures;

    Comparing(Questions questions, Records records, Pictures pictures) {
        this.questions = questions;
        this.records = records;
        this.pictures = pictures;
    }

    Selection.Judge judge(RunBook book, Panel panel, Job job) {
        return (first, second) -> {
            boolean preferred = isPreferred(second, compared(book, panel, job, first, second));
            return preferred && isPreferred(second, compared(book, panel, job, second, first));
        };
    }

    private static boolean isPreferred(Candidate candidate, Comparison comparison) {
        return candidate.version().equals(comparison.better());
    }

    private Comparison compared(RunBook book, Panel panel, Job job, Candidate first, Candidate second) {
        return book.iteration()
                .comparison(first.version(), second.version())
                .orElseGet(() -> compare(book, panel, job, first.version(), second.version()));
    }

    private Comparison compare(RunBook book, Panel panel, Job job, VersionId first, VersionId second) {
        try {
            questions.ask(question(book, panel, job, first, second), book, panel.purse());
        } catch (ProviderFailure.Canceled e) {
            throw e;
        } catch (ProviderFailure e) {
            book.write(run -> with(run, new Comparison(first, second, null, "It failed: " + e.getMessage())));
            book.note(e.code(), "Two images were not compared: " + e.getMessage());
        }
        return book.iteration()
                .comparison(first, second)
                .orElseThrow(() -> new IllegalStateException("A comparison was not kept"));
    }

    private Question<Preference> question(RunBook book, Panel panel, Job job, VersionId first, VersionId second) {
        ImageCritic.Comparison comparison = new ImageCritic.Comparison(
                picture(first), picture(second), book.run().item().scene().text(), null);
        return new Question<>(
                new Inquiry<>(
                        job,
                        Question.COMPARISON + book.iteration().comparisons().size(),
                        panel.critic().name(),
                        panel.critic().role().estimate(),
                        RequestHash.of(List.of(
                                "compare",
                                panel.critic().name(),
                                first.toString(),
                                second.toString(),
                                comparison.brief())),
                        context -> panel.critic().role().compare(comparison, context)),
                preference ->
                        keep(new Comparison(first, second, better(preference, first, second), preference.reason())));
    }

    private static Question.Step keep(Comparison comparison) {
        return (writer, run) -> with(run, comparison);
    }

    private static Run with(Run run, Comparison comparison) {
        return run.withLast(iteration -> iteration.with(comparison));
    }

    private static @Nullable VersionId better(Preference preference, VersionId first, VersionId second) {
        return switch (preference.better()) {
            case FIRST -> first;
            case SECOND -> second;
            case NEITHER -> null;
        };
    }

    private EncodedImage picture(VersionId id) {
        return pictures.forProviders(records.read(reader -> reader.version(id))
                .orElseThrow(() -> new IllegalStateException("Version %s is gone".formatted(id)))
                .image()
                .digest());
    }
}
