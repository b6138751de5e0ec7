package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.mail.Automatic.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {

    static Stream<Arguments> robots() {
        return Stream.of(
                Arguments.of("Auto-Submitted: auto-replied", Kind.REPLY),
                Arguments.of("Auto-Submitted: auto-replied (vacation)", Kind.REPLY),
                Arguments.of("Auto-Submitted: auto-generated", Kind.GENERATED),
                Arguments.of("Auto-Submitted: auto-notified; owner-email=x", Kind.GENERATED),
                Arguments.of("Precedence: bulk", Kind.BULK),
                Arguments.of("Precedence: Junk", Kind.BULK),
                Arguments.of("Precedence: list", Kind.LIST),
                Arguments.of("Precedence: auto_reply", Kind.REPLY),
                Arguments.of("List-Id: <users.acme.example>", Kind.LIST),
                Arguments.of("List-Unsubscribe: <https://acme.example/u>", Kind.BULK),
                Arguments.of("X-Autoreply: yes", Kind.REPLY),
                Arguments.of("X-Autorespond:", Kind.REPLY),
                Arguments.of("Return-Path: <>", Kind.NULL_SENDER),
                Arguments.of("X-Auto-Response-Suppress: All\nSubject: Automatic reply: Upload", Kind.REPLY),
                Arguments.of("X-Auto-Response-Suppress: All\nSubject: Respuesta automática: Subida", Kind.REPLY),
                Arguments.of("Return-Path: <>\nSubject: RE: Fuera de la oficina", Kind.REPLY),
                Arguments.of(
                        "Auto-Submitted: auto-generated\nSubject: =?utf-8?q?Respuesta_autom=C3=A1tica=3A_Subida?=",
                        Kind.REPLY));
    }

    @ParameterizedTest
    @MethodSource("robots")
    void recognizesRobots(String header, Kind kind) {
        assertThat(automatic(header)).hasValue(new Automatic(kind, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Precedence: first-class",
                "X-Auto-Response-Suppress: DR, OOF",
                "X-Auto-Response-Suppress: All",
                "X-Autoreply: no",
                "Return-Path: <ana@acme.example>",
                "Subject: Out of office rule does not work",
                "Subject: Fuera de la oficina no puedo entrar",
                "Subject: Undeliverable mails in our queue",
                "Content-Disposition: inline"
            })
    void takesPeopleForPeople(String header) {
        assertThat(automatic(header)).isEmpty();
    }

    @Test
    void readsReports() {
        var bounce = Mails.read(report("failed", "5.1.1", "smtp; 550 5.1.1 <luis@acme.example>: User\n unknown"))
                .automatic()
                .orElseThrow();
        assertThat(bounce.kind()).isEqualTo(Kind.REPORT);
        assertThat(bounce.bounce())
                .hasValue(new Bounce(
                        Optional.of("<2@harmony.example>"),
                        Optional.of("luis@acme.example"),
                        true,
                        "smtp; 550 5.1.1 <luis@acme.example>: User unknown"));
        assertThat(bounce(report("failed", "4.4.7", "smtp; 421 expired")).permanent())
                .isFalse();
        assertThat(bounce(report("delayed", "4.4.1", "smtp; 421 busy")).permanent())
                .isFalse();
        assertThat(Mails.read(report("delivered", "2.0.0", "smtp; 250 ok")).automatic())
                .hasValue(new Automatic(Kind.REPORT, Optional.empty()));
    }

    @Test
    void readsReceipts() {
        var mail = Mails.readWith("""
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b

                Your message was displayed.
                --b
                Content-Type: message/disposition-notification

                Disposition: manual-action/MDN-sent-manually; displayed
                --b--
                """);
        assertThat(mail.automatic()).hasValue(new Automatic(Kind.RECEIPT, Optional.empty()));
        assertThat(mail.body().text()).isEqualTo("Your message was displayed.");
        assertThat(mail.files()).isEmpty();
    }

    static Stream<Arguments> bounces() {
        return Stream.of(
                Arguments.of(
                        "qmail",
                        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice",
                        "Hi. This is the qmail-send program at mx.example.\n\n<luis@acme.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <s@harmony.example>\nMessage-ID: <2@harmony.example>\nSubject: x",
                        true),
                Arguments.of(
                        "Exim",
                        "From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: luis@acme.example\nIn-Reply-To: <2@harmony.example>",
                        "A message could not be delivered.\n\n  luis@acme.example\n    550 5.7.1 blocked",
                        true),
                Arguments.of(
                        "Postfix",
                        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender",
                        "<luis@acme.example>: host mx said: 452 4.2.2 mailbox full\n\nMessage-Id: <2@harmony.example>",
                        false),
                Arguments.of(
                        "Exchange es",
                        "Return-Path: <>\nFrom: postmaster@acme.example\nSubject: No se puede entregar: Ticket\nIn-Reply-To: <2@harmony.example>",
                        "No se pudo entregar el mensaje a luis@acme.example.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'",
                        true),
                Arguments.of(
                        "Postfix, late",
                        "Return-Path: <>\nFrom: mailer-daemon@mx.example\nSubject: Warning: could not send message for past 4 hours\nReferences: <2@harmony.example>",
                        "The message to luis@acme.example is late.",
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounces")
    void readsBouncesWithoutAReport(String server, String header, String text, boolean permanent) {
        var bounce = bounce(header + "\n\n" + text);
        assertThat(bounce.original()).contains("<2@harmony.example>");
        assertThat(bounce.recipient()).contains("luis@acme.example");
        assertThat(bounce.permanent()).isEqualTo(permanent);
    }

    private static Bounce bounce(String raw) {
        return Mails.read(raw).automatic().flatMap(Automatic::bounce).orElseThrow();
    }

    private static Optional<Automatic> automatic(String header) {
        return Mails.read("From: ana@acme.example\n" + header + "\n\nHello").automatic();
    }

    private static String report(String action, String status, String diagnostic) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                I'm sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Original-Recipient: rfc822;other@acme.example
                Final-Recipient: rfc822; luis@acme.example
                Action: %s
                Status: %s
                Diagnostic-Code: %s

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <2@harmony.example>
                Subject: Upload

                --b--
                """.formatted(action, status, diagnostic);
    }
}
