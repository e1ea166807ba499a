package org.ocsf4j.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** DuckDB in memory, a reader and writer of Parquet that shares no code with ours. One thread uses it, and closes it. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads = 1");
        execute("SET TimeZone = 'UTC'");
    }

    /** Writes the rows of a query as Parquet. */
    void write(String query, Path parquet) throws SQLException {
        execute("COPY (" + query + ") TO " + quoted(parquet) + " (FORMAT parquet)");
    }

    /** The rows of a file as DuckDB's JSON, in the file's order; {@code scratch} is written over. */
    List<String> json(Path parquet, Path scratch) throws SQLException, IOException {
        // Keys such as accountId=… are columns of the file's path to DuckDB unless told otherwise.
        String rows = "SELECT * FROM read_parquet(" + quoted(parquet) + ", hive_partitioning = false)";
        execute("COPY (" + rows + ") TO " + quoted(scratch) + " (FORMAT json)");
        return Files.readAllLines(scratch);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
