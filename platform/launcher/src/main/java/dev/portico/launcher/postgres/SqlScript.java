package dev.portico.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL that psql runs as well, so that the setup of a database is written once. A statement ends with its line, a line
 * that begins with two dashes is a comment, and {@code :'name'} stands for a text.
 */
final class SqlScript {
    private static final Set<String> EXISTS_ALREADY = Set.of("42710", "42P04");

    private final List<String> statements;

    private SqlScript(List<String> statements) {
        this.statements = statements;
    }

    static SqlScript resource(String name) {
        try (var source = Objects.requireNonNull(SqlScript.class.getResourceAsStream(name), name)) {
            return parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SqlScript parse(String text) {
        var sql = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return new SqlScript(Stream.of(sql.split(";(\n|$)"))
                .filter(statement -> !statement.isBlank())
                .toList());
    }

    /** @throws IllegalArgumentException where a text is missing */
    SqlScript with(Map<String, String> texts) {
        return new SqlScript(
                statements.stream().map(statement -> fill(statement, texts)).toList());
    }

    private static String fill(String statement, Map<String, String> texts) {
        var filled = statement;
        for (var text : texts.entrySet()) {
            filled = filled.replace(
                    ":'" + text.getKey() + "'", "'" + text.getValue().replace("'", "''") + "'");
        }
        if (filled.contains(":'")) {
            throw new IllegalArgumentException("A text is missing: " + statement);
        }
        return filled;
    }

    List<String> statements() {
        return statements;
    }

    /** Runs the statements one by one, as {@code create database} demands; one that makes what exists is passed over. */
    void run(Connection connection) throws SQLException {
        try (var work = connection.createStatement()) {
            for (var statement : statements) {
                try {
                    work.execute(statement);
                } catch (SQLException e) {
                    if (!EXISTS_ALREADY.contains(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
    }
}
