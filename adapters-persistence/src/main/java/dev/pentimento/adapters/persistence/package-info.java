/** Records on SQLite and images on files. */
@NullMarked
package dev.pentimento.adapters.persistence;

import org.jspecify.annotations.NullMarked;
