/** What the application offers: one interface with one method per use case. */
@NullMarked
package dev.pentimento.ports.in;

import org.jspecify.annotations.NullMarked;
