package dev.portico.portal.mail.control;

import dev.portico.i18n.Languages;
import dev.portico.portal.mail.entity.Content;
import dev.portico.portal.mail.entity.Envelope;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.entity.Tenant;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Made-up tenants, recipients and mails. */
public final class Samples {
    public static final Instant CREATED = Instant.parse("2026-11-22T09:05:07.123Z");
    static final Tenant HARMONY = tenant("harmony", "#0a7d5a");

    private Samples() {}

    static Tenant tenant(String id, String brand) {
        return new Tenant(
                id,
                false,
                Optional.empty(),
                Map.of("en", "Harmony Support", "es", "Soporte de Harmony"),
                Map.of(),
                Languages.ENGLISH,
                Languages.SUPPORTED,
                ZoneId.of("America/Mexico_City"),
                brand,
                "#fff",
                1,
                1);
    }

    static Recipient ana(Locale language) {
        return new Recipient("Ana Núñez", "ana@acme.example", language, ZoneId.of("Europe/Madrid"));
    }

    static MailRequest request(Locale language, String body) {
        return new MailRequest(
                Optional.of(1042L),
                ana(language),
                true,
                "Caso #1042: impresión",
                body,
                Optional.of(
                        new Action("Abrir caso", URI.create("https://help.example/harmony/tickets/1042?a=1&b=%22"))));
    }

    public static MailAddresses addresses(String masterKey) {
        var addresses = new MailAddresses();
        addresses.domain = "help.example";
        addresses.tokens = new ReplyTokens();
        addresses.tokens.masterKey = masterKey;
        return addresses;
    }

    static MailSender sender(int port) {
        return sender("127.0.0.1", port, SmtpSecurity.NONE);
    }

    static MailSender sender(String host, int port, SmtpSecurity security) {
        var sender = new MailSender();
        sender.host = host;
        sender.port = port;
        sender.security = security;
        sender.user = Optional.empty();
        sender.password = Optional.empty();
        sender.domain = "localhost";
        return sender;
    }

    static Mail mail(MailRequest request) {
        var envelope = addresses("key").envelope(HARMONY, request.ticketNumber(), request.to());
        return mail(envelope, new MailRendering().render(HARMONY, request));
    }

    public static Mail mail() {
        return mail(request(Languages.SPANISH, "Hola, Ana:\n\nTenemos una solución."));
    }

    static Mail mail(Envelope envelope, Content content) {
        return new Mail(envelope, content, Optional.of(1042L), true, false, CREATED);
    }
}
