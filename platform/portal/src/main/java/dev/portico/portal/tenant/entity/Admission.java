package dev.portico.portal.tenant.entity;

/**
 * Who may register with a tenant. It is set up with the tenant: no page switches it.
 *
 * @param open whether anybody may
 * @param companies whether only people of known organizations may, by the domains of their addresses
 */
public record Admission(boolean open, boolean companies) {
    public static final Admission CLOSED = new Admission(false, false);
}
