package dev.portico.plugin.manifest;

/** Who acts on a ticket. {@link #SYSTEM} is the engine itself: timers and automatic answers. */
public enum Role {
    CUSTOMER,
    CONTACT_MANAGER,
    AGENT,
    CSM,
    TENANT_ADMINISTRATOR,
    PLATFORM_ADMINISTRATOR,
    SYSTEM
}
