package dev.pentimento.app.cli;

import picocli.CommandLine.Parameters;

/** Which concept, when a command is about one. */
final class ConceptParameter {
    @Parameters(
            arity = "0..1",
            paramLabel = "CONCEPT",
            description =
                    "Its id, or that of one of its versions, or the beginning of one; default: the one worked on last.")
    private String reference = "";

    String reference() {
        return reference;
    }
}
