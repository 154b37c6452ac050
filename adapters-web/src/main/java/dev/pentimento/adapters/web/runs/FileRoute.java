package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.spi.OpenHome;
import java.util.List;

/** The files of a run. They are found among its names alone; what looks like a way out of it is refused before that. */
final class FileRoute {
    private static final String DOCUMENT = "application/json";

    private final RunViews views;
    private final ReadConceptFile files;

    FileRoute(OpenHome home, RunViews views) {
        this.views = views;
        this.files = home.readConceptFile();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/files/{run_id}/<path>", "A file of a run", this::read)
                .answers(200, Void.class)
                .problems(403, 404));
    }

    private Answer read(Call call) {
        String path = call.path("path");
        if (leavesTheRun(path)) {
            throw Problem.of(403, "access_denied", "Access denied").refusal();
        }
        ConceptFolder run = views.run(call);
        try {
            byte[] bytes = files.handle(
                    new ReadConceptFile.Query(call.user(), run.concept().id(), path));
            return answer(bytes);
        } catch (UnknownReference e) {
            throw Problem.notFound("There is no such file in this run").refusal();
        }
    }

    private static boolean leavesTheRun(String path) {
        return path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || List.of(path.split("/", -1)).contains("..");
    }

    private static Answer answer(byte[] bytes) {
        boolean image = MediaType.sniff(bytes).isPresent();
        return Answer.file(MediaType.sniff(bytes).map(MediaType::mime).orElse(DOCUMENT), bytes)
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("Cache-Control", image ? "private, max-age=31536000, immutable" : "private, no-cache");
    }
}
