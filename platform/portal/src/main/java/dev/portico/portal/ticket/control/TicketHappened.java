package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.portal.plugin.control.TenantDesk;

/** Something happened to a ticket of a plugin's desk; observe it after the transaction's success. */
public record TicketHappened(String tenantId, String pluginId, TicketEvent event) {
    static TicketHappened at(TenantDesk desk, TicketEvent event) {
        return new TicketHappened(desk.tenantId(), desk.desk().pluginId(), event);
    }
}
