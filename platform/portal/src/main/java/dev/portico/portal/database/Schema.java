package dev.portico.portal.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import jakarta.annotation.Priority;

/** Brings the schema up to date, as its owner, before anything else of the portal starts. */
@ApplicationScoped
public class Schema {
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

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        var locations = new ArrayList<>(java.util.List.of("classpath:db/migration"));
        if (demo) {
            locations.add("classpath:db/demo");
        }
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, owner, ownerPassword)
                .locations(locations.toArray(String[]::new))
                .load()
                .migrate();
    }
}
