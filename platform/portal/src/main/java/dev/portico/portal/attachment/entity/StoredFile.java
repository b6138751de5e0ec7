package dev.portico.portal.attachment.entity;

/**
 * A file whose bytes are kept.
 *
 * @param id random; where the bytes are kept depends on it and on nothing else
 * @param name cleaned, for display
 * @param mediaType as found in the content
 * @param size in bytes
 * @param sha256 in hexadecimal
 */
public record StoredFile(String id, String name, String mediaType, long size, String sha256) {
    public StoredFile {
        if (id.isBlank() || name.isBlank() || size <= 0) {
            throw new IllegalArgumentException("A stored file has an id, a name and bytes");
        }
    }
}
