/** A provider that costs money, as a test wants it: a server that is told how to behave and keeps its own bill, and the adapter for it. */
@NullMarked
package dev.pentimento.testkit.paid;

import org.jspecify.annotations.NullMarked;
