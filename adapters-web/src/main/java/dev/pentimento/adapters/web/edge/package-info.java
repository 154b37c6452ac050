/** What stands before the routes: who may call from where, what is logged, and answers where no route was reached. */
@NullMarked
package dev.pentimento.adapters.web.edge;

import org.jspecify.annotations.NullMarked;
