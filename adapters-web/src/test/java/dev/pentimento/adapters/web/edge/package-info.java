@NullMarked
package dev.pentimento.adapters.web.edge;

import org.jspecify.annotations.NullMarked;
