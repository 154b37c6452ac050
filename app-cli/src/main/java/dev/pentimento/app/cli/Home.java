package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Doctor;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.List;

/** The user's settings, and the home they point at. */
interface Home {

    /** In the order of the documentation. */
    List<Settings.Entry> settings();

    /** What files may be taken in. */
    IntakeLimits intakeLimits();

    /** What works, what will not, and what to do about it; creates nothing. */
    List<Doctor.Finding> examine();

    /** Opens the home for work, creating it first where needed. */
    Workbench open(Working working);

    /**
     * Opens the home for work on the jobs submitted there.
     *
     * @param atOnce how many of them are worked on at the same time at least
     */
    default Workbench openForJobs(int atOnce) {
        return open(Working.ON_OWN_JOBS);
    }

    /** Whether some process works on all jobs of the home. */
    boolean isWorkedOn();
}
