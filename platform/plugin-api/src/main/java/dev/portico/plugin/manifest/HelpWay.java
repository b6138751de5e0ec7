package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * A way to get help, a card on the tenant's landing page.
 *
 * @param label message key
 * @param text message key
 * @param setting where a link, address or number comes from; a card whose setting is empty is not shown
 * @param menu message key of its entry in the main menu, for a way that leads to a site; absent: it has none
 * @param ticketType for {@link Kind#TICKETS}: the type that is listed and created
 * @param route in place of a setting, for a way that leads to a page of the plugin's own: id of one without variables
 */
public record HelpWay(
        String id,
        Kind kind,
        String label,
        String text,
        Optional<String> setting,
        Optional<String> ticketType,
        Optional<String> menu,
        Optional<String> route) {
    public enum Kind {
        TICKETS,
        EMAIL,
        LINK,
        PHONE,
        /** Guidance only. */
        NOTE,
        COMMUNITY,
        IDEAS,
        STATUS;

        /** Whether it leads to a site, whose address is in a setting. */
        public boolean site() {
            return this == LINK || this == COMMUNITY || this == IDEAS || this == STATUS;
        }
    }
}
