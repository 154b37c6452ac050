package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Doctor;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A home in memory. */
final class FakeHome implements Home {
    final FakeWorkbench bench = new FakeWorkbench();
    final List<Settings.Entry> settings = new ArrayList<>();
    final List<Doctor.Finding> findings = new ArrayList<>();
    IntakeLimits limits = IntakeLimits.DEFAULT;
    boolean opened;

    @Nullable Working working;

    boolean workedOn;

    @Override
    public List<Settings.Entry> settings() {
        return settings;
    }

    @Override
    public IntakeLimits intakeLimits() {
        return limits;
    }

    @Override
    public List<Doctor.Finding> examine() {
        return findings;
    }

    @Override
    public Workbench open(Working what) {
        opened = true;
        working = what;
        return bench;
    }

    @Override
    public boolean isWorkedOn() {
        return workedOn;
    }
}
