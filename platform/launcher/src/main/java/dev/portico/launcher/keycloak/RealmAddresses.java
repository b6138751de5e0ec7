package dev.portico.launcher.keycloak;

/** What a realm has to know of the stack. {@code portal} is its base address without a slash at the end. */
public record RealmAddresses(String portal, String smtpHost, String smtpPort) {}
