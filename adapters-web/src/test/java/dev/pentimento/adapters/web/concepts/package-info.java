/** The family of addresses below {@code /api}, asked over the network. */
@NullMarked
package dev.pentimento.adapters.web.concepts;

import org.jspecify.annotations.NullMarked;
