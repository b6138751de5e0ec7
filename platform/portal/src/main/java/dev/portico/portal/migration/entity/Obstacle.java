package dev.portico.portal.migration.entity;

/**
 * Why a ticket stays.
 *
 * @param detail the value that is in the way: of a product, a status, a file's name; empty where the kind says it all
 */
public record Obstacle(Kind kind, String detail) {
    public enum Kind {
        /** The mapping has nothing for it. */
        PRODUCT,
        SEVERITY,
        STATUS,
        /** The requester has no e-mail address by which they could be known in the other tenant. */
        REQUESTER,
        /** It follows up a ticket that stays. */
        FOLLOWS,
        /** The bytes of a file cannot be read. */
        FILE,
        /** Something unforeseen, which the log tells. */
        UNEXPECTED
    }
}
