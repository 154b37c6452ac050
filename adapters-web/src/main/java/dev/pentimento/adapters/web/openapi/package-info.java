/** What the server offers, for programs and for people: both are made from the table of its routes. */
@NullMarked
package dev.pentimento.adapters.web.openapi;

import org.jspecify.annotations.NullMarked;
