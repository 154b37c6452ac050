/** What is counted and timed while the server works, for Prometheus and for traces. */
@NullMarked
package dev.pentimento.adapters.web.metrics;

import org.jspecify.annotations.NullMarked;
