package dev.portico.launcher.mail;

import dev.portico.launcher.process.Folders;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mails on disk: one {@code .eml} file each, with the envelope's recipients in a file beside it. */
final class MailStore {
    static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final List<StoredMail> mails = new ArrayList<>();
    private long lastId;

    MailStore(Path folder) {
        this.folder = Folders.createPrivate(folder);
        try (var files = Files.newDirectoryStream(folder, "*.eml")) {
            for (var file : files) {
                load(file).ifPresent(mails::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mails.sort((a, b) -> a.id().compareTo(b.id()));
    }

    private Optional<StoredMail> load(Path file) throws IOException {
        var id = file.getFileName().toString().replace(".eml", "");
        var envelope = folder.resolve(id + ".to");
        try {
            lastId = Math.max(lastId, Long.parseLong(id));
            var recipients = Files.exists(envelope) ? Files.readAllLines(envelope) : List.<String>of();
            return Optional.of(read(id, recipients, Files.readAllBytes(file)));
        } catch (NumberFormatException | MessagingException notOurs) {
            return Optional.empty();
        }
    }

    synchronized void add(MimeMessage message, List<String> recipients) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
            lastId = Math.max(lastId + 1, System.currentTimeMillis());
            var id = Long.toString(lastId);
            Files.write(folder.resolve(id + ".to"), recipients);
            var draft = folder.resolve(id + ".new");
            Files.write(draft, bytes.toByteArray());
            Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            mails.add(read(id, recipients, bytes.toByteArray()));
        } catch (IOException e) {
            throw new MessagingException("not stored", e);
        }
    }

    /** Newest first. */
    synchronized List<StoredMail> all() {
        var newestFirst = new ArrayList<>(mails);
        Collections.reverse(newestFirst);
        return Collections.unmodifiableList(newestFirst);
    }

    Optional<StoredMail> find(String id) {
        return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** As they came, in whatever charset. */
    byte[] bytes(StoredMail mail) {
        try {
            return Files.readAllBytes(folder.resolve(mail.id() + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void clear() {
        try (var files = Files.newDirectoryStream(folder, "*.{eml,to}")) {
            for (var file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mails.clear();
    }

    private static StoredMail read(String id, List<String> recipients, byte[] raw) throws MessagingException {
        var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        return new StoredMail(
                id,
                Instant.ofEpochMilli(Long.parseLong(id)),
                List.copyOf(recipients),
                words(message.getFrom()),
                words(message.getAllRecipients()),
                Optional.ofNullable(message.getSubject()).orElse(""),
                body(message, "text/plain"),
                body(message, "text/html"),
                new String(raw, StandardCharsets.UTF_8));
    }

    private static String words(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    /** The first body of the type that is no attachment; what cannot be decoded shows as empty, its source is there. */
    private static String body(Part part, String type) {
        try {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return "";
            }
            if (part.isMimeType(type) && part.getContent() instanceof String text) {
                return text;
            }
            if (part.getContent() instanceof Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    var found = body(parts.getBodyPart(i), type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException undecodable) {
            return "";
        }
    }
}
