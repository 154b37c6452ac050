package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Located;
import dev.pentimento.ports.in.ImportImages.Arrived;
import java.util.ArrayList;
import java.util.List;

/** What is said about files that came in. */
final class FileWords {
    static final String CONTENT_CREDENTIALS = "carries Content Credentials (C2PA); they stay with the original file:"
            + " files written by Pentimento do not carry them";

    private FileWords() {}

    /** Nothing about an ordinary new file. */
    static List<String> of(Arrived arrived, Located version) {
        List<String> words = new ArrayList<>();
        switch (arrived.recognition()) {
            case KNOWN -> words.add("known: this is " + version.details().label());
            case EDITED -> words.add("edited from " + ResultLines.parents(version));
            case NEW -> {}
        }
        if (arrived.contentCredentials()) {
            words.add(CONTENT_CREDENTIALS);
        }
        return words;
    }
}
