package dev.pentimento.architecture.broken.application;

/** Breaks nothing: records, enums and sealed types are closed. */
sealed interface Stages {
    record Named(String name) implements Stages {}

    enum Kind implements Stages {
        FIRST {},
        LAST
    }
}
