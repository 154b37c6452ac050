package dev.pentimento.testkit;

import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.ports.out.ConceptFolders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Concept folders that are forgotten with the test. Their documents are plain lists. */
public final class InMemoryConceptFolders implements ConceptFolders {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile boolean kept;

    /** What lies there. */
    public Optional<byte[]> file(ConceptId concept, String path) {
        return Optional.ofNullable(files.get(concept + "/" + path));
    }

    @Override
    public boolean areKept() {
        return kept;
    }

    @Override
    public void keep() {
        kept = true;
    }

    @Override
    public synchronized void write(ConceptId concept, Supplier<ConceptFolder> current, Images images) {
        ConceptFolder folder = current.get();
        folder.places()
                .forEach(place -> files.computeIfAbsent(
                        concept + "/" + place.path(),
                        path -> images.of(place.version()).bytes()));
        documents(folder).forEach((path, bytes) -> files.put(concept + "/" + path, bytes));
    }

    @Override
    public Map<String, byte[]> documents(ConceptFolder folder) {
        return Map.of(
                "pipeline_metadata.json",
                bytes(folder.places().stream().map(Place::path).collect(Collectors.joining("\n"))),
                "refinements.json",
                bytes(folder.refinements().stream()
                        .map(refinement -> refinement.job().id() + " " + refinement.summary())
                        .collect(Collectors.joining("\n"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
