package dev.portico.plugin.manifest;

import java.util.List;

/** What a list can show of each ticket. */
public enum ListColumn {
    NUMBER,
    SUBJECT,
    STATUS,
    /** Level of the ticket type's scale. */
    LEVEL,
    PRODUCT,
    /** Name of the requester. */
    CUSTOMER,
    ASSIGNEE,
    UPDATED,
    CREATED;

    /** Of a ticket type that declares none. */
    public static final List<ListColumn> STANDARD = List.of(NUMBER, SUBJECT, STATUS, LEVEL, PRODUCT, UPDATED);
}
