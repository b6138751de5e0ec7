package dev.portico.portal.mail.control;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.entity.Content;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says a mail as text and as HTML in the recipient's language, with the tenant's name and colour. */
@ApplicationScoped
public class MailRendering {
    @Inject
    Texts texts = new Texts();

    Content render(Tenant tenant, MailRequest request) {
        var language = request.to().language();
        var subject = HeaderText.of(request.subject());
        var blocks = MailBlock.read(request.body());
        var footer = footer(tenant, request);
        var fallback = texts.text(reader(request), "mail.action.fallback");
        return new Content(
                language.toLanguageTag(),
                subject,
                new TextMail(footer).render(blocks, request.action()),
                new HtmlMail(tenant, language, subject, fallback, footer).render(blocks, request.action()));
    }

    private List<FooterLine> footer(Tenant tenant, MailRequest request) {
        var to = request.to();
        var reader = reader(request);
        var lines = new ArrayList<FooterLine>();
        // Numbers of tickets are names: as text they get no thousands separators.
        request.ticketNumber()
                .ifPresent(number -> lines.add(FooterLine.of(
                        texts.text(reader, "mail.footer.reference", Map.of("number", String.valueOf(number))))));
        request.unsubscribing().ifPresent(some -> {
            lines.add(FooterLine.of(HeaderText.of(some.reason())));
            lines.add(FooterLine.of(some.manage()));
            lines.add(FooterLine.of(some.leave()));
        });
        lines.add(FooterLine.of(texts.text(
                reader, "mail.footer.automatic", Map.of("tenant", HeaderText.of(tenant.name(to.language()))))));
        return lines;
    }

    private static Reader reader(MailRequest request) {
        var to = request.to();
        return new Reader(to.language(), to.language(), to.zone());
    }
}
