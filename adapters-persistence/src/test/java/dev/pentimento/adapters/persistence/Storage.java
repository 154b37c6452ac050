package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every failure of storage has to be: of the right reason, and a message of one line. */
final class Storage {
    private Storage() {}

    static AbstractThrowableAssert<?, ? extends Throwable> fails(Reason reason, ThrowingCallable deed) {
        StorageFailure failure = catchThrowableOfType(StorageFailure.class, deed);
        assertThat(failure).as("a failure of storage").isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        assertThat(failure.getMessage()).doesNotContain("\n");
        return assertThat(failure);
    }
}
