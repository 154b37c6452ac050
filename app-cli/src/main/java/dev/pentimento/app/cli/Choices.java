package dev.pentimento.app.cli;

import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.RefinementKind;
import java.util.Arrays;
import java.util.Iterator;

/** The words that options take, for shells that complete them. */
final class Choices {
    private Choices() {}

    static final class Types implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(RefinementKind.values())
                    .map(RefinementKind::label)
                    .iterator();
        }
    }

    static final class Levels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Creativity.values())
                    .map(creativity -> Integer.toString(creativity.level()))
                    .iterator();
        }
    }

    static final class Aspects implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(PreserveAspect.values())
                    .map(PreserveAspect::label)
                    .iterator();
        }
    }
}
