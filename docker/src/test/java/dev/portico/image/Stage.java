package dev.portico.image;

import dev.portico.launcher.ProgressListener;
import dev.portico.launcher.SettingsSource;
import dev.portico.launcher.Stack;
import dev.portico.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The assembled root folder, a stack without a portal, and the folder's own portal in it: one for all tests of a run. */
final class Stage implements AutoCloseable {
    /** Starts in half the processor time. */
    static final String QUICK = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final SettingsSource SOURCE = SettingsSource.around(Path.of(""));

    private final Optional<Path> postgres = DebianPostgres.home();
    private final Stack.Settings settings;
    private final RootFolder root;
    private Stack stack;
    private Optional<PortalProcess> portal = Optional.empty();

    private Stage() {
        var standard = SOURCE.test(TARGET.resolve("stack"));
        settings = standard.in(standard.data(), standard.ports(), postgres);
        Folders.delete(settings.data());
        root = RootFolder.assemble(TARGET.resolve("root"), settings, Path.of("src", "main", "root"));
        stack = Stack.startWithoutPortal(settings, ProgressListener.SILENT, started -> {});
    }

    static Stage open() {
        var stage = new Stage();
        try {
            Training.run(stage.root, stage.stack, TARGET.resolve("training"));
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    RootFolder root() {
        return root;
    }

    Stack stack() {
        return stack;
    }

    /** The folder that holds PostgreSQL's client programs; empty where there are none and none can be installed. */
    Optional<Path> postgres() {
        return postgres;
    }

    /** What the portal writes into: attachments and its own folders. Belongs to the portal's user. */
    Path writable() {
        return settings.data().resolve("portal-data");
    }

    Path attachments() {
        return writable().resolve("attachments");
    }

    Path log() {
        return settings.data().resolve("portal.log");
    }

    Customer customer(String account) {
        return new Customer(stack.portalUrl(), stack.keycloakUrl(), "harmony", account);
    }

    /** Started when first asked for, and again after it was stopped. */
    synchronized PortalProcess portal(Map<String, String> more) {
        if (portal.isEmpty()) {
            portal = Optional.of(launch(more).awaitReady());
        }
        return portal.orElseThrow();
    }

    private PortalProcess launch(Map<String, String> more) {
        Folders.create(attachments());
        var environment = PortalProcess.environment(
                stack.portalConfiguration(), writable().resolve("secrets"));
        environment.remove("PORTICO_PLUGINS_DIR");
        environment.put("PORTICO_PORT", Integer.toString(settings.ports().portal()));
        environment.putAll(more);
        return PortalProcess.start(Container.command(root, writable(), environment), environment, log());
    }

    int stopPortal() {
        var code = portal.map(PortalProcess::stop).orElse(-1);
        portal = Optional.empty();
        return code;
    }

    /**
     * Another stack in the place of this one: its own empty databases and folders, the same addresses and secrets.
     *
     * @param filling runs when the databases are there and empty
     */
    void replaceStack(Consumer<Stage> filling) {
        close();
        try {
            var old = settings.data().resolveSibling("stack.old");
            Folders.delete(old);
            Files.move(settings.data(), old);
            Folders.createPrivate(settings.data());
            Folders.copy(old.resolve("secrets.properties"), settings.data().resolve("secrets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.create(attachments());
        stack = Stack.startWithoutPortal(settings, ProgressListener.SILENT, started -> {
            stack = started;
            filling.accept(this);
        });
    }

    @Override
    public void close() {
        stopPortal();
        stack.close();
    }
}
