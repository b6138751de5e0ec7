package dev.portico.portal.mail.control;

import dev.portico.i18n.Formats;
import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.portal.mail.entity.Content;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Says a mail as text and as HTML in the recipient's language, with the tenant's name and colour. */
@ApplicationScoped
public class MailRendering {
    private final Messages messages =
            new Messages(Languages.SUPPORTED.stream().map(MailRendering::bundle).toList());

    private static MessageBundle bundle(Locale language) {
        var file = "/messages/mail_" + language.getLanguage() + ".properties";
        return MessageBundle.load(
                Objects.requireNonNull(MailRendering.class.getResourceAsStream(file), file), "portal", language);
    }

    Content render(Tenant tenant, MailRequest request) {
        var language = request.to().language();
        var subject = HeaderText.of(request.subject());
        var blocks = MailBlock.read(request.body());
        var footer = footer(tenant, request);
        var fallback = messages.text(language, "mail.action.fallback");
        return new Content(
                language.toLanguageTag(),
                subject,
                new TextMail(footer).render(blocks, request.action()),
                new HtmlMail(tenant, language, subject, fallback, footer).render(blocks, request.action()));
    }

    private List<String> footer(Tenant tenant, MailRequest request) {
        var to = request.to();
        var formats = new Formats(to.language(), to.zone());
        var lines = new ArrayList<String>();
        // Numbers of tickets are names: as text they get no thousands separators.
        request.ticketNumber()
                .ifPresent(number -> lines.add(messages.text(
                        to.language(), formats, "mail.footer.reference", Map.of("number", String.valueOf(number)))));
        lines.add(messages.text(
                to.language(),
                formats,
                "mail.footer.automatic",
                Map.of("tenant", HeaderText.of(tenant.name(to.language())))));
        return lines;
    }
}
