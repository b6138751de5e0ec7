package dev.portico.plugin.host;

import java.util.Set;
import java.util.stream.Collectors;

/** The packages that a plugin does not bring: what it shares with the portal, and what is the portal's or the JDK's. */
public final class SharedPackages {
    private static final Set<String> SHARED = Set.of("dev.portico.plugin.", "org.pf4j.", "org.slf4j.", "org.jspecify.");
    private static final Set<String> RESERVED =
            Set.of("dev.portico.portal.", "dev.portico.i18n.", "dev.portico.keycloak.", "java.", "jakarta.");
    private static final String HOST = SharedPackages.class.getPackageName() + ".";
    private static final Set<String> OF_THE_JDK = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    private SharedPackages() {}

    /** Whether a plugin gets the class from the portal, whatever its own jar has. */
    static boolean shared(String className) {
        return SHARED.stream().anyMatch(className::startsWith) && !className.startsWith(HOST);
    }

    /** Whether a class, or the name of a service, is none that a plugin may bring. */
    public static boolean forbidden(String className) {
        int dot = className.lastIndexOf('.');
        return SHARED.stream().anyMatch(className::startsWith)
                || RESERVED.stream().anyMatch(className::startsWith)
                || dot > 0 && OF_THE_JDK.contains(className.substring(0, dot));
    }
}
