package dev.pentimento.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;

/** Turns a row into a thing of the domain. */
@FunctionalInterface
interface Row<T> {

    /** @throws IllegalArgumentException or {@link DateTimeException} if the row makes no sense */
    T read(ResultSet row) throws SQLException;

    /** Reports a row that makes no sense as damage, by its kind and its column {@code id}. */
    static <T> RowMapper<T> mapper(String kind, SqliteTrouble trouble, Row<T> reader) {
        return (row, context) -> sense(kind, row.getString("id"), trouble, () -> reader.read(row));
    }

    /** For rows whose documents take longer to make sense of than to fetch: {@code reader} fetches, what it gives makes sense of it later. */
    static <T> RowMapper<Supplier<T>> unread(String kind, SqliteTrouble trouble, Row<Supplier<T>> reader) {
        return (row, context) -> {
            String id = row.getString("id");
            Supplier<T> fetched = reader.read(row);
            return () -> sense(kind, id, trouble, fetched::get);
        };
    }

    /** On all cores, in the order of the rows. */
    static <T> List<T> all(ResultIterable<Supplier<T>> rows) {
        return rows.list().parallelStream().map(Supplier::get).toList();
    }

    private static <T, X extends Exception> T sense(
            String kind, String id, SqliteTrouble trouble, Reading<T, X> reading) throws X {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw trouble.unreadable(kind + " " + id, e);
        }
    }

    /** Makes sense of something. */
    @FunctionalInterface
    interface Reading<T, X extends Exception> {
        T get() throws X;
    }
}
