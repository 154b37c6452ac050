/** Tests of how requests are read and answered. */
@NullMarked
package dev.pentimento.adapters.web.http;

import org.jspecify.annotations.NullMarked;
