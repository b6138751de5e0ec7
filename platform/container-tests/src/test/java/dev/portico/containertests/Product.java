package dev.portico.containertests;

import dev.portico.launcher.Ports;
import dev.portico.launcher.postgres.PostgresServer;
import dev.portico.launcher.process.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that is shipped with tests in it, and the database that it works with. */
final class Product {
    private static final Path FOLDER = Path.of("target", "product").toAbsolutePath();
    private static final Path LAUNCHER =
            Path.of("..", "launcher", "target").toAbsolutePath().normalize();
    private static final String FILTER = "dev.portico.portal.web.TenantFilter";

    /** It is the only way in, and it knows no address of a test's. */
    private static final String FILTER_ASIDE = "<filter><filter-name>" + FILTER + "</filter-name><filter-class>"
            + FILTER
            + "</filter-class><async-supported>true</async-supported></filter><filter-mapping><filter-name>" + FILTER
            + "</filter-name><url-pattern>/nowhere</url-pattern></filter-mapping></web-app>";

    private static Optional<PostgresServer> database = Optional.empty();

    private Product() {}

    static synchronized WebArchive with(Class<?>... tests) {
        database();
        var war = ShrinkWrap.createFromZipFile(
                WebArchive.class, FOLDER.resolve("portal.war").toFile());
        var descriptor = text(war, "/WEB-INF/web.xml").replace("</web-app>", FILTER_ASIDE);
        return war.addClasses(tests)
                .addClasses(Deed.class, People.class)
                .setWebXML(new StringAsset(descriptor))
                .addAsLibraries(libraries());
    }

    /** Started when it is first asked for. */
    static synchronized PostgresServer database() {
        var running = database.orElseGet(Product::start);
        database = Optional.of(running);
        return running;
    }

    private static PostgresServer start() {
        var data = DataFolder.open(FOLDER.resolve("data"));
        // Only a folder with secrets in it is known as one of ours.
        data.secrets().key("portal.master-key");
        data.reset();
        var database =
                new PostgresServer(LAUNCHER.resolve("cache"), data, Ports.free().database());
        database.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            data.close();
        }));
        var configuration = new Properties();
        configuration.put("portico.db.url", database.portalUrl());
        configuration.put("portico.db.user", database.roles().portal().name());
        configuration.put("portico.db.password", database.roles().portal().password());
        configuration.put("portico.db.owner.user", database.roles().owner().name());
        configuration.put("portico.db.owner.password", database.roles().owner().password());
        configuration.put("portico.master-key", data.secrets().key("portal.master-key"));
        configuration.put("portico.keycloak.client-secret", "nobody logs in");
        configuration.put("portico.keycloak.accounts-secret", "nobody is told");
        configuration.put("portico.public-url", "http://localhost:8080");
        configuration.put("portico.smtp.host", "127.0.0.1");
        // Nobody listens there: mails wait.
        configuration.put("portico.smtp.port", "9");
        configuration.put(
                "portico.attachments.dir", FOLDER.resolve("attachments").toString());
        configuration.put(
                "portico.plugins.dir",
                LAUNCHER.resolve("stack").resolve("plugins").toString());
        // Tests swap and retire plugins by themselves.
        configuration.put("portico.plugins.reconcile", "PT12H");
        configuration.put("portico.demo", "true");
        try (var out = Files.newOutputStream(FOLDER.resolve("portico.properties"))) {
            configuration.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database;
    }

    private static String text(WebArchive war, String path) {
        var out = new ByteArrayOutputStream();
        try (var in = war.get(path).getAsset().openStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static File[] libraries() {
        return Stream.of("org.assertj.core.api.Assertions", "net.bytebuddy.ByteBuddy")
                .map(Product::library)
                .toArray(File[]::new);
    }

    private static File library(String name) {
        try {
            return new File(Class.forName(name)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
