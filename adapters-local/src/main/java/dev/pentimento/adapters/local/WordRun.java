package dev.pentimento.adapters.local;

/**
 * Some neighbouring words of a line.
 *
 * @param line all of it
 * @param words the part
 */
record WordRun(TextLine line, TextLine words) {
    static WordRun whole(TextLine line) {
        return new WordRun(line, line);
    }
}
