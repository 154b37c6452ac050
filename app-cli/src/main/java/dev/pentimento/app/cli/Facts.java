package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Words;
import java.util.ArrayList;
import java.util.List;

/** Lines that each name something and say what it is; what is not there is not told. */
final class Facts {
    private final ResultLines form;
    private final List<String> lines = new ArrayList<>();

    Facts(ResultLines form) {
        this.form = form;
    }

    void add(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(form.fact(name, Words.line(value)));
        }
    }

    /** With a value that is coloured already. */
    void addPainted(String name, String value) {
        lines.add(form.fact(name, value));
    }

    void addLine(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
