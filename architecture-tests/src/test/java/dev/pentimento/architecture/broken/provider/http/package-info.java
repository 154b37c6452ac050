@NullMarked
package dev.pentimento.architecture.broken.provider.http;

import org.jspecify.annotations.NullMarked;
