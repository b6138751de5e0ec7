package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.AttachedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images within a mail's text, as addresses that hold them: nothing is fetched to show them, and who may see the mail sees
 * them. What an image is, is told by its first bytes; beyond so many characters together there are no more, however often one is shown.
 */
final class MailImages {
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private enum Type {
        PNG("image/png", 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
        JPEG("image/jpeg", 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
        GIF("image/gif", 0, new byte[] {'G', 'I', 'F', '8'}),
        WEBP("image/webp", 8, new byte[] {'W', 'E', 'B', 'P'});

        private final String mediaType;
        private final int at;
        private final byte[] mark;

        Type(String mediaType, int at, byte[] mark) {
            this.mediaType = mediaType;
            this.at = at;
            this.mark = mark;
        }

        private boolean is(byte[] bytes) {
            return bytes.length >= at + mark.length && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
        }
    }

    private final List<AttachedFile> files;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private int left = MOST_CHARACTERS;

    MailImages(List<AttachedFile> files) {
        this.files = files;
    }

    /** Empty where the mail has no such image, or it is none that browsers show. */
    Optional<String> address(String contentId) {
        var found = known.computeIfAbsent(contentId, this::find).filter(image -> image.length() <= left);
        found.ifPresent(image -> left -= image.length());
        return found;
    }

    private Optional<String> find(String contentId) {
        return files.stream()
                .filter(file -> file.contentId().filter(contentId::equals).isPresent())
                .findFirst()
                .flatMap(this::read);
    }

    private Optional<String> read(AttachedFile file) {
        try (InputStream content = file.content().open()) {
            var most = left / 4 * 3;
            var bytes = content.readNBytes(most + 1);
            var type = Arrays.stream(Type.values()).filter(one -> one.is(bytes)).findFirst();
            if (bytes.length > most || type.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of("data:" + type.get().mediaType + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The mail is in memory", e);
        }
    }
}
