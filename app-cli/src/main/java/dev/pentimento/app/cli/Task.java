package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Pentimento.Working;

/**
 * What the user wants of a job that is submitted.
 *
 * @param title what is being done, in a word
 * @param async whether nobody waits for it
 */
record Task(String title, boolean async, Destination destination) {

    /** What has to be worked on here. */
    Working working() {
        return async ? Working.ON_NOTHING : Working.ON_OWN_JOBS;
    }
}
