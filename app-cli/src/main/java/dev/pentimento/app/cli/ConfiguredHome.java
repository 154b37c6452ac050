package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Doctor;
import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.List;

/** The home that flags, environment and files configure. */
record ConfiguredHome(Settings effective) implements Home {
    static Home from(Settings.Sources sources) {
        return new ConfiguredHome(Settings.load(sources));
    }

    @Override
    public List<Settings.Entry> settings() {
        return effective.entries();
    }

    @Override
    public IntakeLimits intakeLimits() {
        return effective.intakeLimits();
    }

    @Override
    public List<Doctor.Finding> examine() {
        return Doctor.examine(effective);
    }

    @Override
    public Workbench open(Working working) {
        return new OpenWorkbench(Pentimento.open(effective, working));
    }

    @Override
    public Workbench openForJobs(int atOnce) {
        return new OpenWorkbench(Pentimento.open(effective.withWorkers(atOnce), Working.ON_OWN_JOBS));
    }

    @Override
    public boolean isWorkedOn() {
        return Pentimento.isWorkedOn(effective);
    }
}
