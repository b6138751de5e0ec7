package dev.portico.mail;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a winmail.dat (TNEF, as MS-OXTNEF describes it): a list of attributes, each with its length. Ours because what is
 * on Maven Central is either under the GPL or 5 MB of office formats whose limits hold for the whole JVM, and because
 * one that ends early shall give all that came before.
 */
final class Winmail {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int BODY = 0x800C;
    private static final int ATTACHMENT = 0x9002;
    private static final int ATTACHMENT_TITLE = 0x8010;
    private static final int ATTACHMENT_DATA = 0x800F;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;
    private static final int PROPERTIES = 0x9003;
    private static final int CODE_PAGE = 0x9007;

    /** @param text may be blank */
    record Opened(String text, Optional<String> html, List<AttachedFile> files) {}

    private static final class Attachment {
        Optional<String> title = Optional.empty();
        byte[] data = new byte[0];
        MapiProperties properties = new MapiProperties();
    }

    private final Limits limits;
    private final List<Attachment> attachments = new ArrayList<>();
    private MapiProperties properties = new MapiProperties();
    private byte[] body = new byte[0];
    private String charset = "windows-1252";

    private Winmail(Limits limits) {
        this.limits = limits;
    }

    /** Empty for what is something else. */
    static Optional<Opened> open(byte[] bytes, Limits limits, Set<Flaw> flaws) {
        var winmail = new Winmail(limits);
        try {
            var reader = new LittleEndian(bytes);
            if (reader.fourBytes() != SIGNATURE) {
                flaws.add(Flaw.TNEF);
                return Optional.empty();
            }
            reader.skip(2);
            while (reader.hasMore()) {
                winmail.attribute(reader, flaws);
            }
        } catch (BufferUnderflowException e) {
            flaws.add(Flaw.TNEF);
        }
        return bytes.length < 6 ? Optional.empty() : Optional.of(winmail.opened());
    }

    private void attribute(LittleEndian reader, Set<Flaw> flaws) {
        reader.skip(1);
        var id = reader.fourBytes() & 0xFFFF;
        var data = reader.block(reader.fourBytes());
        reader.skip(2);
        if (id == ATTACHMENT) {
            if (attachments.size() == limits.mostAttachments()) {
                flaws.add(Flaw.FILES_LEFT_OUT);
                throw new BufferUnderflowException();
            }
            attachments.add(new Attachment());
        }
        var attachment = attachments.isEmpty() ? new Attachment() : attachments.get(attachments.size() - 1);
        switch (id) {
            case CODE_PAGE -> charset = data.length < 4 ? charset : codePage(new LittleEndian(data).fourBytes());
            case BODY -> body = data;
            case PROPERTIES -> properties = MapiProperties.of(data);
            case ATTACHMENT_TITLE -> attachment.title = Optional.of(text(data));
            case ATTACHMENT_DATA -> attachment.data = data;
            case ATTACHMENT_PROPERTIES -> attachment.properties = MapiProperties.of(data);
            default -> {}
        }
    }

    private static String codePage(int number) {
        return number == 65001 ? "utf-8" : "windows-" + number;
    }

    private Opened opened() {
        var plain = properties.text(MapiProperties.BODY, charset).orElseGet(() -> text(body));
        var html = properties.text(MapiProperties.HTML, charset);
        var text = plain.isBlank() && html.isEmpty()
                ? properties
                        .bytes(MapiProperties.RTF)
                        .map(rtf -> RtfText.ofCompressed(rtf, limits.mostTextChars()))
                        .orElse("")
                : plain;
        return new Opened(
                PlainText.cut(text, limits.mostTextChars()),
                html,
                attachments.stream().map(this::file).toList());
    }

    private AttachedFile file(Attachment attachment) {
        var more = attachment.properties;
        var embedded = more.isObject(MapiProperties.DATA);
        var name = more.text(MapiProperties.LONG_NAME, charset)
                .or(() -> more.text(MapiProperties.SHORT_NAME, charset))
                .or(() -> attachment.title)
                .map(given -> embedded ? given + ".dat" : given);
        var type = embedded
                ? "application/ms-tnef"
                : more.text(MapiProperties.MEDIA_TYPE, charset)
                        .map(given -> given.toLowerCase(Locale.ROOT).strip())
                        .filter(given -> given.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}"))
                        .orElse("application/octet-stream");
        var data = more.bytes(MapiProperties.DATA)
                .filter(bytes -> attachment.data.length == 0)
                .map(bytes -> embedded ? withoutInterface(bytes) : bytes);
        return new AttachedFile(
                FileNames.of(name, type),
                type,
                more.text(MapiProperties.CONTENT_ID, charset).map(id -> PlainText.line(id, 250)),
                false,
                Content.of(data.orElse(attachment.data)));
    }

    /** An embedded message stands behind the identifier of its interface. */
    private static byte[] withoutInterface(byte[] bytes) {
        return bytes.length < 16 ? bytes : java.util.Arrays.copyOfRange(bytes, 16, bytes.length);
    }

    private String text(byte[] bytes) {
        return Charsets.decode(MapiProperties.withoutZero(bytes), Optional.of(charset), EnumSet.noneOf(Flaw.class));
    }
}
