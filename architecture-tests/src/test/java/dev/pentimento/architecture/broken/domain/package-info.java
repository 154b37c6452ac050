@NullMarked
package dev.pentimento.architecture.broken.domain;

import org.jspecify.annotations.NullMarked;
