package dev.pentimento.bootstrap;

import dev.pentimento.application.UseCases;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;

/**
 * The front door for programs: a home that is open for work.
 *
 * <p>Safe for use by several threads. Several processes may have one home open.
 */
public final class Pentimento implements AutoCloseable {
    private final Settings settings;
    private final UseCases useCases;

    private Pentimento(Settings settings, UseCases useCases) {
        this.settings = settings;
        this.useCases = useCases;
    }

    /**
     * Opens a home, creating it first where needed.
     *
     * @throws dev.pentimento.ports.failure.PentimentoException if the settings cannot be used or the home cannot be opened
     */
    public static Pentimento open(Settings settings) {
        throw new UnsupportedOperationException("not wired yet");
    }

    public Settings settings() {
        return settings;
    }

    public RefineImage refineImage() {
        return useCases.refineImage();
    }

    public GenerateConcept generateConcept() {
        return useCases.generateConcept();
    }

    public ImportImages importImages() {
        return useCases.importImages();
    }

    public WatchJob watchJob() {
        return useCases.watchJob();
    }

    public CancelJob cancelJob() {
        return useCases.cancelJob();
    }

    public ListConcepts listConcepts() {
        return useCases.listConcepts();
    }

    public ShowVersion showVersion() {
        return useCases.showVersion();
    }

    public ShowLineage showLineage() {
        return useCases.showLineage();
    }

    public CompareVersions compareVersions() {
        return useCases.compareVersions();
    }

    public ReadImage readImage() {
        return useCases.readImage();
    }

    public ListProviders listProviders() {
        return useCases.listProviders();
    }

    /** Finishes what is being worked on and lets go of the home. */
    @Override
    public void close() {}
}
