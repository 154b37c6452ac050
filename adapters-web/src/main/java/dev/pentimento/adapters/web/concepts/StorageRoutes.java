package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.BrowseConcepts;
import dev.pentimento.ports.in.BrowseConcepts.Album;
import dev.pentimento.ports.in.BrowseConcepts.Selection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows concepts that were made. */
final class StorageRoutes {
    private static final int MOST = 50;
    private static final int USUAL = 10;
    private static final int MOST_LEFT_OUT = 1_000_000;

    private final BrowseConcepts browseConcepts;
    private final SignedAddresses addresses;

    StorageRoutes(BrowseConcepts browseConcepts, SignedAddresses addresses) {
        this.browseConcepts = browseConcepts;
        this.addresses = addresses;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/storage/recent", "The newest concepts, newest first", this::recent)
                        .parameter("limit", Integer.class, "how many at most, 1 to 50; 10 unless told")
                        .parameter("offset", Integer.class, "how many of the newest are left out; none unless told")
                        .answers(200, ConceptDocument.Page.class)
                        .problems(422),
                Route.get(
                                "/api/storage/concept/{id}",
                                "A concept, by its id or by that of one of its versions",
                                this::show)
                        .answers(200, ConceptDocument.class)
                        .problems(404));
    }

    private Answer recent(Call call) {
        int limit = call.query("limit", 1, MOST, USUAL);
        int offset = call.query("offset", 0, MOST_LEFT_OUT, 0);
        ConceptDocuments documents = documents(call);
        List<ConceptDocument> concepts = albums(call, new BrowseConcepts.Newest(offset, limit)).stream()
                .flatMap(album -> documents.newest(album).stream())
                .toList();
        return Answer.ok(new ConceptDocument.Page(concepts, concepts.size()));
    }

    private Answer show(Call call) {
        UUID id = call.id("id", "concept", uuid -> uuid);
        return concept(new ConceptId(id), call)
                .or(() -> version(new VersionId(id), call))
                .map(concept -> Answer.ok(concept).tagged())
                .orElseThrow(() -> Problem.notFound("There is no such concept").refusal());
    }

    private Optional<ConceptDocument> concept(ConceptId id, Call call) {
        return find(call, new BrowseConcepts.One(id)).flatMap(documents(call)::newest);
    }

    private Optional<ConceptDocument> version(VersionId id, Call call) {
        return find(call, new BrowseConcepts.Holding(id))
                .flatMap(album -> documents(call).showing(album, id));
    }

    private Optional<Album> find(Call call, Selection selection) {
        try {
            return albums(call, selection).stream().findFirst();
        } catch (UnknownReference notThere) {
            return Optional.empty();
        }
    }

    private List<Album> albums(Call call, Selection selection) {
        return browseConcepts.handle(new BrowseConcepts.Query(call.user(), selection));
    }

    private ConceptDocuments documents(Call call) {
        return new ConceptDocuments(new Images(addresses, call.base()));
    }
}
