package dev.portico.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The parts of a message, as far as they can be told apart. A message within a message is one part. */
final class Structure {

    private static final MimeConfig PERMISSIVE = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();

    private static final int LONGEST_BOUNDARY = 500;
    private static final Parameters TEXT = new Parameters("text/plain", Map.of());
    private static final Parameters MESSAGE = new Parameters("message/rfc822", Map.of());

    /** A part whose end has not come. */
    private static final class Open {
        final Header header;
        final boolean inDigest;
        final List<Part> parts = new ArrayList<>();
        Content content = Content.EMPTY;
        boolean deep;

        Open(Header header, boolean inDigest) {
            this.header = header;
            this.inDigest = inDigest;
        }

        Parameters type() {
            var type = header.parameters("content-type");
            if (isMediaType(type.value())) {
                return type;
            }
            return new Parameters(inDigest ? "message/rfc822" : "text/plain", type.parameters());
        }
    }

    private final Limits limits;
    private final Set<Flaw> flaws;
    private final BoundedFields fields;
    private final MimeTokenStream tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private int begun;

    private Structure(Limits limits, Set<Flaw> flaws) {
        this.limits = limits;
        this.flaws = flaws;
        fields = new BoundedFields(limits.mostHeaderBytes());
        tokens = new MimeTokenStream(PERMISSIVE, null, fields, null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    static Part of(byte[] raw, Limits limits, Set<Flaw> flaws) {
        return new Structure(limits, flaws).read(raw);
    }

    private Part read(byte[] raw) {
        var root = new Open(new Header(flaws), false);
        open.push(root);
        begun = 1;
        try {
            tokens.parse(new ByteArrayInputStream(raw));
            for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (!take(state)) {
                    flaws.add(Flaw.PARTS_LEFT_OUT);
                    break;
                }
            }
        } catch (MimeException | IOException | RuntimeException e) {
            // A parser's opinion of bytes that anybody may send; what came before them stands.
            flaws.add(Flaw.STRUCTURE);
        }
        while (open.size() > 1) {
            end();
        }
        if (fields.isCut()) {
            flaws.add(Flaw.HEADERS_CUT);
        }
        if (root.header.isEmpty()) {
            root.content = Content.of(raw);
        }
        return part(root);
    }

    /** False where this is enough. */
    private boolean take(EntityState state) throws IOException {
        var current = open.getFirst();
        switch (state) {
            case T_START_BODYPART -> {
                if (++begun > limits.mostParts()) {
                    return false;
                }
                open.push(new Open(new Header(flaws), current.type().value().equals("multipart/digest")));
            }
            case T_START_HEADER -> fields.start();
            case T_FIELD -> field(tokens.getField(), current.header);
            case T_END_HEADER -> tokens.setRecursionMode(mode(current));
            case T_BODY -> {
                current.content = content(current.header);
                tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            }
            // What stands before the parts is nobody's, but all there is where no part follows.
            case T_PREAMBLE ->
                current.content = Content.of(tokens.getInputStream().readNBytes(limits.mostTextChars()));
            case T_END_BODYPART -> end();
            default -> {}
        }
        return true;
    }

    private static void field(Field field, Header header) {
        var raw = field.getRaw();
        var name = field.getName();
        if (raw == null) {
            return;
        }
        var bytes = raw.toByteArray();
        var colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        header.add(name, Arrays.copyOfRange(bytes, Math.min(colon + 1, bytes.length), bytes.length));
    }

    /** What is nested too deeply, or has no boundary, is taken as one part. */
    private RecursionMode mode(Open current) {
        var type = current.type();
        if (!type.value().startsWith("multipart/")) {
            return RecursionMode.M_NO_RECURSE;
        }
        current.deep = open.size() > limits.deepest();
        if (current.deep) {
            flaws.add(Flaw.NESTED_TOO_DEEP);
        }
        var delimited = type.get("boundary").filter(name -> name.length() <= LONGEST_BOUNDARY);
        return current.deep || delimited.isEmpty() ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE;
    }

    private Content content(Header header) throws IOException {
        var bytes = tokens.getInputStream().readAllBytes();
        return new Content(bytes, encoding(header.word("content-transfer-encoding")));
    }

    private Content.Encoding encoding(String name) {
        return switch (name) {
            case "base64" -> Content.Encoding.BASE64;
            case "quoted-printable" -> Content.Encoding.QUOTED_PRINTABLE;
            case "", "7bit", "8bit", "binary" -> Content.Encoding.NONE;
            default -> {
                flaws.add(Flaw.TRANSFER_ENCODING);
                yield Content.Encoding.NONE;
            }
        };
    }

    private void end() {
        var ended = open.pop();
        open.getFirst().parts.add(part(ended));
    }

    private Part part(Open ended) {
        var type = ended.type();
        var content = ended.content;
        if (ended.deep) {
            content = Content.of(withType(ended));
            type = MESSAGE;
        } else if (type.value().startsWith("multipart/") && ended.parts.isEmpty()) {
            flaws.add(Flaw.STRUCTURE);
            type = TEXT;
        }
        return new Part(
                ended.header, type, ended.header.parameters("content-disposition"), content, List.copyOf(ended.parts));
    }

    /** Parts can be told apart only by who knows their boundary. */
    private static byte[] withType(Open ended) {
        var type = "Content-Type: " + ended.header.first("content-type").orElseThrow() + "\r\n\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(type.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(ended.content.bytes(Integer.MAX_VALUE));
        return bytes.toByteArray();
    }

    private static boolean isMediaType(String value) {
        var slash = value.indexOf('/');
        return slash > 0
                && slash < value.length() - 1
                && value.length() <= 127
                && value.indexOf('/', slash + 1) < 0
                && value.toLowerCase(Locale.ROOT)
                        .chars()
                        .allMatch(character ->
                                character > ' ' && character < 0x7F && "()<>@,;:\\\"[]?=".indexOf(character) < 0);
    }
}
