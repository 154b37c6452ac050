package dev.pentimento.app.cli.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pentimento.app.cli.document.BatchDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.PromptsDocument;
import dev.pentimento.app.cli.document.RunDocument;
import dev.pentimento.app.cli.report.ReportPage;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.ports.in.ShowBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that a batch leaves behind: {@code batch_summary.json}, {@code refined_prompts.json}, {@code report.html}, and for each prompt a folder below {@code results}.
 *
 * @param path absolute
 */
public record BatchFolder(Path path) {
    private static final String SUMMARY = "batch_summary.json";

    /** The batch whose folder it is; empty if it is none's. */
    public Optional<BatchId> batch() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException("'%s' is a file; name a folder".formatted(path));
        }
        Path summary = path.resolve(SUMMARY);
        if (!Files.exists(summary)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BatchId.parse(
                    new JsonMapper().readTree(summary.toFile()).path("batch_id").asText()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no summary of a batch; name another folder with --output-dir".formatted(summary), e);
        }
    }

    /**
     * Makes the folder where it is missing, before anything is begun that could not be written there.
     *
     * @throws IllegalArgumentException if it cannot be
     */
    public void prepare() {
        WholeFile.requireFolder(path);
    }

    /** Empty if another process writes here; what {@link #batch} says is true as long as the claim is not closed. */
    public Optional<FolderClaim> claim() {
        return FolderClaim.of(path);
    }

    public RunFolder of(String prompt) {
        return new RunFolder(path.resolve("results").resolve(prompt));
    }

    /** Where every prompt stands. */
    public BatchDocument write(ShowBatch.Details details) {
        List<RunDocument> prompts = details.runs().stream()
                .map(shown -> RunDocument.of(shown, bestFile(shown.run().item().id())))
                .toList();
        BatchDocument document = BatchDocument.of(details, path.toString(), prompts);
        new WholeFile(path.resolve(SUMMARY)).write(Json.write(document));
        new WholeFile(path.resolve("refined_prompts.json"))
                .write(Json.write(PromptsDocument.refined(
                        details.runs().stream().map(ShowBatch.Shown::run).toList())));
        new WholeFile(path.resolve("report.html")).write(new ReportPage(details, this::imageFile).html());
        return document;
    }

    private String imageFile(String prompt, int iteration, int variant, int asked) {
        return besideSummary(prompt, of(prompt).imageFile(iteration, variant, asked));
    }

    private String bestFile(String prompt) {
        return besideSummary(prompt, of(prompt).bestFile());
    }

    private static String besideSummary(String prompt, String name) {
        return name.isEmpty() ? "" : "results/%s/%s".formatted(prompt, name);
    }
}
