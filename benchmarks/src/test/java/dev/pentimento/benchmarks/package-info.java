/** What the program costs in time and memory. Run by {@code benchmarks/run.sh}, which writes {@code docs/benchmarks.md}. */
@NullMarked
package dev.pentimento.benchmarks;

import org.jspecify.annotations.NullMarked;
