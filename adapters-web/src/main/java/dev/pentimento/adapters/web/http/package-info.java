/** What every route is made of: requests, answers, problems. */
@NullMarked
package dev.pentimento.adapters.web.http;

import org.jspecify.annotations.NullMarked;
