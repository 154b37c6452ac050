package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.CountOpenJobs;

/** How many jobs a worker left open. */
public record WorkedDocument(int waiting, int underWay) {
    public static WorkedDocument of(CountOpenJobs.Count left) {
        return new WorkedDocument(left.waiting(), left.underWay());
    }
}
