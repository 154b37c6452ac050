package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Content;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.Ids;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.spi.OpenHome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How images came from each other, and whole histories that leave and come back. */
final class LineageRoutes {
    private static final String ZIP = "application/zip";

    private final RunViews views;
    private final ExportHistory exporting;
    private final ImportHistory importing;

    LineageRoutes(OpenHome home, RunViews views) {
        this.views = views;
        this.exporting = home.exportHistory();
        this.importing = home.importHistory();
    }

    /** @param runId null = all runs */
    record ExportRequest(@Nullable String runId) {}

    /** @param bundle what an export gave */
    record ImportForm(Upload bundle) {}

    /** How much of one kind came in; the rest was there. */
    record Count(int added, int total) {
        static Count of(ImportHistory.Count count) {
            return new Count(count.added(), count.total());
        }
    }

    /** What came in. */
    record ImportedDocument(List<String> runIds, Count runs, Count images, Count versions, Count jobs) {
        static ImportedDocument of(ImportHistory.Imported imported) {
            return new ImportedDocument(
                    imported.concepts().stream().map(ConceptId::toString).toList(),
                    Count.of(imported.conceptCount()),
                    Count.of(imported.images()),
                    Count.of(imported.versions()),
                    Count.of(imported.jobs()));
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/runs/{run_id}/lineage",
                                "How the images of a run came from each other",
                                call -> Answer.ok(LineageDocument.of(views.run(call))))
                        .answers(200, LineageDocument.class)
                        .problems(404),
                Route.post("/api/v1/lineage/export", "The whole history of a run, or of all, as one file", this::export)
                        .takes(Route.Body.JSON, ExportRequest.class)
                        .answers(200, Void.class)
                        .problems(404, 415, 422, 503),
                Route.post("/api/v1/lineage/import", "Takes in what an export gave, here or elsewhere", this::bringIn)
                        .takes(Route.Body.FORM, ImportForm.class)
                        .answers(201, ImportedDocument.class)
                        .problems(413, 415, 422, 503));
    }

    private Answer export(Call call) {
        Fields fields = call.json();
        Optional<ConceptId> run = fields.made("run_id", fields.text("run_id"), LineageRoutes::id);
        fields.check();
        run.ifPresent(id -> views.run(call.user(), id));
        ExportHistory.Concepts which = run.<ExportHistory.Concepts>map(id -> new ExportHistory.One(id.toString()))
                .orElseGet(ExportHistory.All::new);
        PassingFile file = PassingFile.create();
        try {
            exporting.handle(new ExportHistory.Command(call.user(), which, file.path(), progress -> {}));
            String name = run.map(ConceptId::toString).orElse("runs");
            return new Answer(
                    Answer.OK,
                    Map.of("Content-Disposition", "attachment; filename=\"pentimento-%s.zip\"".formatted(name)),
                    new Content.File(ZIP, file.openOnce()));
        } catch (RuntimeException e) {
            file.delete();
            throw e;
        }
    }

    private static ConceptId id(String text) {
        return Ids.read(text).map(ConceptId::new).orElseThrow(() -> new IllegalArgumentException("is no id of a run"));
    }

    private Answer bringIn(Call call) {
        Form form = call.form();
        Optional<Upload> bundle = form.file("bundle", "file");
        form.fields().required("bundle", bundle);
        form.fields().check();
        PassingFile file = PassingFile.create();
        try {
            file.fill(bundle.orElseThrow());
            ImportHistory.Imported imported =
                    importing.handle(new ImportHistory.Command(call.user(), file.path(), progress -> {}));
            return Answer.of(Answer.CREATED, ImportedDocument.of(imported));
        } catch (BundleRejected e) {
            String message = String.valueOf(e.getMessage()).replace(file.path().toString(), "The bundle");
            throw Problem.of(422, e.code().label(), message).blaming("bundle").refusal();
        } finally {
            file.delete();
        }
    }
}
