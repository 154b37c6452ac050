/** Calls to providers, written down so that none is paid twice. */
@NullMarked
package dev.pentimento.domain.ledger;

import org.jspecify.annotations.NullMarked;
