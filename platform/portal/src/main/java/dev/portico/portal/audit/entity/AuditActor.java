package dev.portico.portal.audit.entity;

/**
 * Who did it, as they were called then.
 *
 * @param subject empty where the portal did it by itself
 */
public record AuditActor(String realm, String subject, String name) {
    public static final AuditActor PORTAL = new AuditActor("", "", "");

    public boolean isPortal() {
        return subject.isEmpty();
    }
}
