package dev.pentimento.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What names an iteration within a batch. */
record IterationKey(String prompt, int number) {
    static IterationKey read(ResultSet row) throws SQLException {
        return new IterationKey(row.getString("prompt"), row.getInt("number"));
    }
}
