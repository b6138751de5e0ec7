package dev.portico.systemtests.mailbox;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A mail as somebody writes it by hand, header by header, so that nothing of it is put right. */
public final class SentMail {
    private final String id = "<" + UUID.randomUUID() + "@sender.example>";
    private final String to;
    private final List<String> headers = new ArrayList<>();
    private String body = "";

    private SentMail(String from, String to) {
        this.to = to;
        headers.add("Message-ID: " + id);
        headers.add("From: " + from);
        headers.add("To: " + to);
        headers.add("MIME-Version: 1.0");
    }

    /** @param to also where it is delivered */
    public static SentMail of(String from, String to, String subject) {
        return new SentMail(from, to).with("Subject: " + subject);
    }

    /** Message-ID with its brackets. */
    String id() {
        return id;
    }

    public SentMail with(String header) {
        headers.add(header);
        return this;
    }

    public SentMail text(String text) {
        body = text.replace("\n", "\r\n");
        return with("Content-Type: text/plain; charset=utf-8").with("Content-Transfer-Encoding: 8bit");
    }

    SentMail textAndFile(String text, String name, String file) {
        var boundary = "b" + id.hashCode();
        body = String.join(
                "\r\n",
                "--" + boundary,
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                text,
                "--" + boundary,
                "Content-Type: application/octet-stream",
                "Content-Disposition: attachment; filename=\"" + name + "\"",
                "",
                file,
                "--" + boundary + "--",
                "");
        return with("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
    }

    SentMail textAndFiles(String text, int files) {
        var lines = new ArrayList<>(List.of("--parts", "Content-Type: text/plain; charset=utf-8", "", text));
        for (var file = 0; file < files; file++) {
            lines.addAll(List.of(
                    "--parts",
                    "Content-Type: text/plain",
                    "Content-Disposition: attachment; filename=" + file + ".txt",
                    "",
                    "line"));
        }
        lines.addAll(List.of("--parts--", ""));
        body = String.join("\r\n", lines);
        return with("Content-Type: multipart/mixed; boundary=parts");
    }

    /** HTML with an image of its own. */
    SentMail htmlWithImage(String html, String contentId, String pngInBase64) {
        body = String.join(
                "\r\n",
                "--related",
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                html,
                "--related",
                "Content-Type: image/png",
                "Content-ID: <" + contentId + ">",
                "Content-Transfer-Encoding: base64",
                "",
                pngInBase64,
                "--related--",
                "");
        return with("Content-Type: multipart/related; boundary=related");
    }

    /** Of a mail server, in the standard's form (RFC 3464). */
    SentMail report(String recipient, String diagnostic, String original) {
        body = String.join(
                "\r\n",
                "--report",
                "Content-Type: text/plain; charset=us-ascii",
                "",
                "Your message could not be delivered.",
                "--report",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.acme.example",
                "",
                "Final-Recipient: rfc822; " + recipient,
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; " + diagnostic,
                "",
                "--report",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: " + original,
                "Subject: whatever",
                "",
                "--report--",
                "");
        return with("Content-Type: multipart/report; report-type=delivery-status; boundary=report");
    }

    public SentMail send(PortalStack stack) throws MessagingException {
        sendAll(stack, List.of(this));
        return this;
    }

    /** Past the server's reception, which reads more of a mail than others do. */
    SentMail put(PortalStack stack, String tenant) throws IOException {
        try (var mailbox = new Mailbox(stack, tenant)) {
            if (!mailbox.append(raw())) {
                throw new IOException("The server takes no such mail");
            }
            return this;
        }
    }

    /** Over one connection. */
    static void sendAll(PortalStack stack, List<SentMail> mails) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(stack.smtpPort()));
        // Of the envelope: the headers need not be such as a mail program would write.
        properties.setProperty("mail.smtp.from", "writer@sender.example");
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            for (var mail : mails) {
                var message = new MimeMessage(session, new ByteArrayInputStream(mail.raw()));
                transport.sendMessage(message, new InternetAddress[] {new InternetAddress(mail.to)});
            }
        }
    }

    byte[] raw() {
        return (String.join("\r\n", headers) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What became of a mail.
     *
     * @param outcome state and reason
     * @param ticket 0 where there is none
     */
    public record Fate(String outcome, long ticket) {}

    /** Waits until something has become of it. */
    public Fate fate(PortalStack stack) {
        if (!Waiting.until(
                () -> fates(stack).stream().anyMatch(fate -> !fate.outcome().equals("WAITING")),
                PortalStack.patience())) {
            throw new AssertionError("Nothing became of " + headers + " but " + fates(stack));
        }
        return fates(stack).get(0);
    }

    /** Under which the portal keeps it. */
    String key(PortalStack stack) {
        try (var all = stack.database().superuser();
                var select = all.prepareStatement("select id from received_mail where message_id = ?")) {
            select.setString(1, id);
            var rows = select.executeQuery();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As often as it is kept. */
    List<Fate> fates(PortalStack stack) {
        var fates = new ArrayList<Fate>();
        try (var all = stack.database().superuser();
                var select =
                        all.prepareStatement("select state || coalesce(' ' || reason, ''), coalesce(ticket_number, 0)"
                                + " from received_mail where message_id = ?")) {
            select.setString(1, id);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    fates.add(new Fate(rows.getString(1), rows.getLong(2)));
                }
            }
            return fates;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
