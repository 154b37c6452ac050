/**
 * What every provider behind a network promises, as suites of tests: one for each role. A suite speaks of what the vendor does; how a vendor spells
 * that is told by a {@link dev.pentimento.testkit.wire.ProviderScript}.
 */
@NullMarked
package dev.pentimento.testkit.wire;

import org.jspecify.annotations.NullMarked;
