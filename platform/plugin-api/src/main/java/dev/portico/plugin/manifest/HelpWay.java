package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * A way to get help, a card on the tenant's landing page.
 *
 * @param label message key
 * @param text message key
 * @param setting where a link, address or number comes from; a card whose setting is empty is not shown
 * @param ticketType for {@link Kind#TICKETS}: the type that is listed and created
 */
public record HelpWay(
        String id, Kind kind, String label, String text, Optional<String> setting, Optional<String> ticketType) {
    public enum Kind {
        TICKETS,
        EMAIL,
        LINK,
        PHONE,
        /** Guidance only. */
        NOTE,
        COMMUNITY,
        IDEAS,
        STATUS
    }
}
