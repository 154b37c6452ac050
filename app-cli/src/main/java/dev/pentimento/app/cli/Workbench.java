package dev.pentimento.app.cli;

import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.WatchJob;

/** A home that is open for work. */
interface Workbench extends AutoCloseable {
    RefineImage refineImage();

    GenerateConcept generateConcept();

    ImportImages importImages();

    WatchJob watchJob();

    CancelJob cancelJob();

    ListConcepts listConcepts();

    ShowVersion showVersion();

    ShowLineage showLineage();

    CompareVersions compareVersions();

    ExamineImage examineImage();

    ReadImage readImage();

    ListProviders listProviders();

    ExportHistory exportHistory();

    ImportHistory importHistory();

    VerifyHistory verifyHistory();

    ReplayVersion replayVersion();

    @Override
    void close();
}
