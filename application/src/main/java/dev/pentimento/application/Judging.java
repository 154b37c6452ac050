package dev.pentimento.application;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.Records;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Has the checklist of a run written, and its images judged by it. One image that cannot be judged loses nothing of the others. */
final class Judging {
    /** What another look at the same image would not mend, or would pay for again. */
    private static final Set<FailureCode> SETTLED = EnumSet.of(
            FailureCode.UNINTELLIGIBLE, FailureCode.OUTCOME_UNKNOWN, FailureCode.REFUSED, FailureCode.INVALID_REQUEST);

    private final Questions questions;
    private final Records records;
    private final Pictures pictures;
    private final Executor executor;

    Judging(Questions questions, Records records, Pictures pictures, Executor executor) {
        this.questions = questions;
        this.records = records;
        this.pictures = pictures;
        this.executor = executor;
    }

    /**
     * Written once, from the original words; who asks for the same scene gets the same questions. Where what was paid for it came to nothing, a single
     * question stands for it, so that the images are not lost with it.
     */
    void writeChecklist(RunBook book, Panel panel, Job job) {
        Scene scene = book.run().item().scene();
        RequestHash request = checklistRequest(panel.writer().name(), scene);
        Optional<Checklist> known = records.read(reader -> reader.checklist(request));
        if (known.isPresent()) {
            book.write(run -> run.judgedBy(known.get()));
            return;
        }
        try {
            ask(book, panel, job, request);
        } catch (ProviderFailure.Unintelligible | ProviderFailure.OutcomeUnknown e) {
            book.note(e.code(), "One question stands for the checklist: " + e.getMessage());
            book.write(run -> run.judgedBy(Checklist.ofWords(scene.text())));
        }
    }

    /** The same whoever wants the list. */
    static RequestHash checklistRequest(String writer, Scene scene) {
        return RequestHash.of(List.of("checklist", writer, scene.title(), scene.scene(), scene.mood(), scene.prompt()));
    }

    private void ask(RunBook book, Panel panel, Job job, RequestHash request) {
        Scene scene = book.run().item().scene();
        questions.ask(
                new Question<Checklist>(
                        new Inquiry<>(
                                job,
                                Question.CHECKLIST,
                                panel.writer().name(),
                                panel.writer().role().estimate(),
                                request,
                                context -> panel.writer().role().checklist(scene, context)),
                        checklist -> (writer, run) -> {
                            writer.keepChecklist(request, checklist);
                            return run.judgedBy(checklist);
                        }),
                book,
                panel.purse());
    }

    /** @throws ProviderFailure if nothing could be judged, or one could not be for a reason that will pass */
    void judge(RunBook book, Panel panel, Job job) {
        List<VersionId> versions =
                job.completed().map(JobState.Completed::versions).orElse(List.of());
        List<Subject> open = IntStream.range(0, versions.size())
                .mapToObj(variant -> new Subject(job, versions.get(variant), variant))
                .filter(subject ->
                        book.iteration().assessment(subject.version()).isEmpty())
                .toList();
        if (open.size() == 1) {
            judge(book, panel, open.get(0));
        } else {
            rethrow(open.stream()
                    .map(subject -> CompletableFuture.runAsync(() -> judge(book, panel, subject), executor))
                    .toList());
        }
        requireOne(book);
    }

    private record Subject(Job job, VersionId version, int variant) {}

    private static void rethrow(List<CompletableFuture<Void>> open) {
        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<Void> one : open) {
            try {
                one.join();
            } catch (CompletionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            }
        }
        for (Throwable failure : failures) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    private static void requireOne(RunBook book) {
        if (book.iteration().candidates().isEmpty()) {
            String why = book.iteration().assessments().stream()
                    .map(assessment -> assessment.match(judged -> "", Assessment.Unjudged::message))
                    .findFirst()
                    .orElse("there is none");
            throw new EarlierFailure(
                    FailureCode.UNINTELLIGIBLE,
                    "No image of iteration %d could be judged: %s"
                            .formatted(book.iteration().number(), why));
        }
    }

    private void judge(RunBook book, Panel panel, Subject subject) {
        try {
            ask(book, panel, subject);
        } catch (ProviderFailure e) {
            if (!SETTLED.contains(e.code())) {
                throw e;
            }
            String message = String.valueOf(e.getMessage());
            Assessment unjudged = new Assessment.Unjudged(subject.version(), e.code(), message);
            book.write(run -> run.withLast(iteration -> iteration.with(unjudged)));
            book.note(e.code(), "Image %d was not judged: %s".formatted(subject.variant() + 1, message));
        }
    }

    private void ask(RunBook book, Panel panel, Subject subject) {
        Checklist checklist = Standings.checklist(book.run());
        ImageDigest digest = records.read(reader -> reader.version(subject.version()))
                .orElseThrow(() -> new IllegalStateException("Version %s is gone".formatted(subject.version())))
                .image()
                .digest();
        EncodedImage image = pictures.forProviders(digest);
        String brief = book.run().item().scene().text();
        ImageCritic.Request request = new ImageCritic.Request(image, brief, checklist, null);
        questions.ask(
                new Question<Evaluation>(
                        new Inquiry<>(
                                subject.job(),
                                Question.EVALUATION + subject.variant(),
                                panel.critic().name(),
                                panel.critic().role().estimate(),
                                RequestHash.of(List.of(
                                        "evaluate", panel.critic().name(), digest.hex(), brief, checklist.toString())),
                                context -> panel.critic().role().evaluate(request, context)),
                        evaluation -> keep(new Assessment.Judged(
                                subject.version(),
                                evaluation,
                                Score.of(checklist, evaluation),
                                panel.critic().name()))),
                book,
                panel.purse());
    }

    private static Question.Step keep(Assessment.Judged judged) {
        return (writer, run) -> run.withLast(iteration -> iteration.with(judged));
    }
}
