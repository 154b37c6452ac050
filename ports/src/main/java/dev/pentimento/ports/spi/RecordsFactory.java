package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import java.nio.file.Path;

/** Registers a kind of records under the name that {@code storage.records} uses. */
public interface RecordsFactory {

    String name();

    /**
     * Opens the records of a home, creating or migrating them first where needed.
     *
     * @throws dev.pentimento.ports.failure.StorageFailure if that is not possible
     */
    Records open(Path home);

    /**
     * Hands jobs over by the same database, so that a dispatch within {@link Records#write} joins the transaction.
     *
     * @param records opened by this factory
     */
    JobDispatcher dispatcher(Records records);
}
