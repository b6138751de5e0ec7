package dev.portico.portal.database;

import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date, as its owner, before anything else of the portal starts. */
@ApplicationScoped
public class Schema {
    /** Id of each demonstration mailbox; stands in the demonstration's SQL as well. */
    private static final String DEMO_MAILBOX = "demo";

    @Inject
    @ConfigProperty(name = "portico.db.url")
    String url;

    @Inject
    @ConfigProperty(name = "portico.db.owner.user")
    String owner;

    @Inject
    @ConfigProperty(name = "portico.db.owner.password")
    String ownerPassword;

    @Inject
    @ConfigProperty(name = "portico.demo", defaultValue = "false")
    boolean demo;

    /** Address of the demonstration's provider, whose status its programmes show; without one they show none. */
    @Inject
    @ConfigProperty(name = "portico.demo.provider")
    Optional<String> provider;

    /** Port of the demonstration's IMAP server on this machine. */
    @Inject
    @ConfigProperty(name = "portico.demo.imap", defaultValue = "143")
    int imap;

    /** Passwords of the programmes' mailboxes there, {@code id=password}, separated by commas; those that are not named have none. */
    @Inject
    @ConfigProperty(name = "portico.demo.mailboxes")
    Optional<String> mailboxes;

    @Inject
    SecretCipher cipher;

    private volatile Optional<String> version = Optional.empty();

    /** What this portal brought the schema to; empty until it has. */
    public Optional<String> version() {
        return version;
    }

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        var result = migrate("classpath:db/migration", Flyway.configure(Schema.class.getClassLoader()));
        if (demo) {
            // A history of its own: the demonstration's data never stands in the way of the schema's next version.
            var configuration = Flyway.configure(Schema.class.getClassLoader())
                    .table("demo_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(Map.of(
                            "provider",
                            provider.orElse(""),
                            "imap",
                            String.valueOf(imap),
                            "mailboxes",
                            sealedMailboxes()));
            migrate("classpath:db/demo", configuration);
        }
        version = Optional.of(result);
    }

    private String sealedMailboxes() {
        var sealed = Json.createObjectBuilder();
        for (var mailbox : mailboxes.map(text -> List.of(text.split(","))).orElse(List.of())) {
            var parts = mailbox.split("=", 2);
            sealed.add(parts[0], cipher.seal(Place.ofMailbox(parts[0], DEMO_MAILBOX), parts[1]));
        }
        return sealed.build().toString();
    }

    private String migrate(String location, FluentConfiguration configuration) {
        var flyway = configuration
                .dataSource(url, owner, ownerPassword)
                .locations(location)
                .load();
        var result = flyway.migrate();
        return result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
    }
}
