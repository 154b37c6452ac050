/** The use cases behind ports.in. */
@NullMarked
package dev.pentimento.application;

import org.jspecify.annotations.NullMarked;
