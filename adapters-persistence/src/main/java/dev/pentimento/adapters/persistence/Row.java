package dev.pentimento.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jdbi.v3.core.mapper.RowMapper;

/** Turns a row into a thing of the domain. */
@FunctionalInterface
interface Row<T> {

    /** @throws IllegalArgumentException or {@link DateTimeException} if the row makes no sense */
    T read(ResultSet row) throws SQLException;

    /** Reports a row that makes no sense as damage, by its kind and its column {@code key}. */
    static <T> RowMapper<T> mapper(String kind, String key, SqliteTrouble trouble, Row<T> reader) {
        return (row, context) -> {
            try {
                return reader.read(row);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw trouble.unreadable(kind + " " + row.getString(key), e);
            }
        };
    }
}
