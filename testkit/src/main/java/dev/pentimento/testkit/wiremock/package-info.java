/** Stand-ins for vendors on WireMock. Whoever uses them adds {@code org.wiremock:wiremock-standalone} to the dependencies of the tests. */
@NullMarked
package dev.pentimento.testkit.wiremock;

import org.jspecify.annotations.NullMarked;
