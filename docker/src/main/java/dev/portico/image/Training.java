package dev.portico.image;

import dev.portico.launcher.Stack;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A first start that leaves the classes which it used in an archive, for all later ones to share. */
public final class Training {
    private Training() {}

    /**
     * @param stack runs without a portal
     * @param work is written to
     */
    public static void run(RootFolder root, Stack stack, Path work) {
        var archive = work.resolve("classes.jsa");
        Folders.create(work);
        var environment = PortalProcess.environment(stack.portalConfiguration(), work.resolve("secrets"));
        environment.put(
                "PORTICO_PORT", Integer.toString(stack.settings().ports().portal()));
        environment.put("PORTICO_WORK", work.resolve("payara").toString());
        environment.put(
                "PORTICO_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + archive);
        var command = List.of(root.program().toString());
        try (var portal = PortalProcess.start(command, environment, work.resolve("portal.log"))) {
            portal.awaitReady();
            Http.answersOk(URI.create(stack.portalUrl() + "/harmony"));
            Http.answersOk(URI.create(stack.portalUrl() + "/openapi"));
        }
        try {
            Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(archive, root.classArchive(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
