/** Contract suites for driven ports, their in-memory twins, fixtures and seeded generators. */
@NullMarked
package dev.pentimento.testkit;

import org.jspecify.annotations.NullMarked;
