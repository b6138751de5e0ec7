package dev.portico.portal.mailbox.entity;

/**
 * A mail as it came, with what tells it from all others of its mailbox.
 *
 * @param messageId empty where it has none
 * @param bodyHash SHA-256 of what follows the header, of all of it where there is no Message-ID
 * @param sender the one address that it says it is from, in lower case; empty where there is none
 * @param subject empty where there is none
 * @param raw its header only, where it is too large
 * @param size in bytes, at the server
 */
public record KeptMail(String messageId, String bodyHash, String sender, String subject, byte[] raw, long size) {
    public boolean whole() {
        return raw.length >= size;
    }
}
