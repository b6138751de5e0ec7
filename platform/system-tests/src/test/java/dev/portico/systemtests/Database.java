package dev.portico.systemtests;

import dev.portico.launcher.postgres.Roles.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The portal's database, as each of the roles that may log in. The caller closes what it gets. */
public record Database(String url, Role ownerRole, Role portalRole, Role superuserRole) {

    static Database ofDemonstration(Path data, int port) {
        var secrets = secretsOfDemonstration(data);
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/portico",
                role("portico_owner", secrets),
                role("portico", secrets),
                role("postgres", secrets));
    }

    static Properties secretsOfDemonstration(Path data) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    private static Role role(String name, Properties secrets) {
        return new Role(name, secrets.getProperty("database." + name));
    }

    /** Owns the schema; forced row-level security binds it as well. */
    public Connection owner() {
        return connect(ownerRole);
    }

    /** What the portal works as. */
    public Connection portal() {
        return connect(portalRole);
    }

    /** Sees every tenant's rows. */
    public Connection superuser() {
        return connect(superuserRole);
    }

    private Connection connect(Role role) {
        try {
            return DriverManager.getConnection(url, role.name(), role.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
