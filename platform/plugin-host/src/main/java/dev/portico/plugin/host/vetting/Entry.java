package dev.portico.plugin.host.vetting;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * An entry as the directory at the end of the archive tells it.
 *
 * @param offset of its local header
 * @param mode its file type and permissions on Unix; 0 where it comes from elsewhere
 */
record Entry(
        String name,
        ByteBuffer rawName,
        int flags,
        int method,
        long crc,
        long packed,
        long size,
        long offset,
        int mode) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int UTF_8 = 1 << 11;
    private static final int TYPE = 0170000;
    private static final Set<Integer> HARMLESS = Set.of(0, 0100000, 0040000);

    boolean encrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether checksum and sizes stand after the content, because they were not known before. */
    boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    boolean folder() {
        return name.endsWith("/");
    }

    /** A symbolic link, a device: something that is neither a file nor a folder, which some archivers mix up. */
    boolean special() {
        return !HARMLESS.contains(mode & TYPE);
    }

    /** Whether everybody reads the same name: a flag has to say that it is UTF-8 unless it is plain ASCII. */
    boolean clearName() {
        return decoded(rawName).isPresent()
                && ((flags & UTF_8) != 0 || name.chars().allMatch(c -> c < 0x80));
    }

    /** What cannot be decoded is shown with replacement characters. */
    static String shown(ByteBuffer rawName) {
        return StandardCharsets.UTF_8.decode(rawName.duplicate()).toString();
    }

    private static Optional<String> decoded(ByteBuffer rawName) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(rawName.duplicate())
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
