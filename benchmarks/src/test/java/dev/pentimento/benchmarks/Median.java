package dev.pentimento.benchmarks;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** The middle of several measurements, which an odd slow one does not move. */
final class Median {
    private Median() {}

    static double of(int times, DoubleSupplier measurement) {
        return of(DoubleStream.generate(measurement).limit(times).toArray());
    }

    static double of(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
