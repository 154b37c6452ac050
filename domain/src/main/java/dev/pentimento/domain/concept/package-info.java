/** Concepts: a brief, its owner, and every image made for it. */
@NullMarked
package dev.pentimento.domain.concept;

import org.jspecify.annotations.NullMarked;
