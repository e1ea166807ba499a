package org.ocsf4j.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB, which reads the file and writes the JSON itself. */
final class DuckDbConversion implements Conversion {

    private final Connection connection;

    DuckDbConversion() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
        }
    }

    @Override
    public Converted convert(Source source) throws SQLException {
        String file = source.file().toString().replace("'", "''");
        try (Statement statement = connection.createStatement()) {
            long rows = statement.executeUpdate(
                    "COPY (SELECT * FROM read_parquet('" + file + "')) TO '/dev/null' (FORMAT json)");
            return new Converted(rows, 0);
        }
    }
}
