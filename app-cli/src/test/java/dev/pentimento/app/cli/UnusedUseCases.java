package dev.pentimento.app.cli;

import dev.pentimento.ports.in.BrowseConcepts;
import dev.pentimento.ports.in.CountJobs;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.ForgetJob;
import dev.pentimento.ports.in.IdentifyUser;
import dev.pentimento.ports.in.ListRuns;
import dev.pentimento.ports.in.ObserveWork;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.in.ReadSharedImage;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.ShowLimits;
import dev.pentimento.ports.spi.OpenHome;

/** The use cases that no command asks for; the server does. */
abstract class UnusedUseCases implements OpenHome {
    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("No command asks for this");
    }

    @Override
    public FollowEvents followEvents() {
        throw unused();
    }

    @Override
    public ReadConceptFile readConceptFile() {
        throw unused();
    }

    @Override
    public ReportJobs reportJobs() {
        throw unused();
    }

    @Override
    public ForgetJob forgetJob() {
        throw unused();
    }

    @Override
    public ShowLimits showLimits() {
        throw unused();
    }

    @Override
    public BrowseConcepts browseConcepts() {
        throw unused();
    }

    @Override
    public ListRuns listRuns() {
        throw unused();
    }

    @Override
    public ReadSharedImage readSharedImage() {
        throw unused();
    }

    @Override
    public IdentifyUser identifyUser() {
        throw unused();
    }

    @Override
    public ObserveWork observeWork() {
        throw unused();
    }

    @Override
    public CountJobs countJobs() {
        throw unused();
    }
}
