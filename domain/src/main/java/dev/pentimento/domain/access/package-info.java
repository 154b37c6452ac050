/** How users of a server prove who they are. */
@NullMarked
package dev.pentimento.domain.access;

import org.jspecify.annotations.NullMarked;
