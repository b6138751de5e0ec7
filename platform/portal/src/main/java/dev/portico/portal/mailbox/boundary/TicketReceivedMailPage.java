package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.Limits;
import dev.portico.mail.MailAddress;
import dev.portico.mail.MailReader;
import dev.portico.mail.ReadMail;
import dev.portico.mail.ShownHtml;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.boundary.MailText;
import dev.portico.portal.mail.control.MailTokens;
import dev.portico.portal.mailbox.control.KeptMailStore.Kept;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.CurrentActor;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket's mail as it was received (B6). Its HTML, of which the reader leaves only structure, links and images of its own, is
 * shown in a frame without any rights, under a policy that fetches nothing.
 */
@Named
@RequestScoped
public class TicketReceivedMailPage {
    private static final String FRAME = "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
            + " style-src 'unsafe-inline'\"><meta name=\"referrer\" content=\"no-referrer\"><base target=\"_blank\">"
            + "<style>:root{color-scheme:light}body{margin:1rem;font:16px/1.5 sans-serif;overflow-wrap:anywhere}"
            + "img{max-width:100%%;height:auto}summary{cursor:pointer;color:#4a5568}"
            + "blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid #cbd5e0}</style>"
            + "</head><body>%s</body></html>";

    private static final MailReader READER = new MailReader(Limits.USUAL);

    @Inject
    TicketReceivedMails mails;

    @Inject
    RawMails raws;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    TenantContext tenants;

    @Inject
    Links links;

    @Inject
    Texts texts;

    @SuppressWarnings("NullAway.Init")
    private Kept kept;

    @SuppressWarnings("NullAway.Init")
    private Shown shown;

    /**
     * What is shown of a file.
     *
     * @param size in bytes
     */
    public record FileLine(String name, long size) {}

    /** What is shown, which is little: of the mail as it came nothing is left when this has ended. */
    private record Shown(
            String language,
            String from,
            List<String> to,
            List<String> cc,
            Optional<Instant> date,
            List<FileLine> files,
            String html,
            String said,
            String text) {}

    @PostConstruct
    void load() {
        kept = mails.of(actor.get(), route.number(), route.id());
        if (kept.length().isEmpty()) {
            shown = shown(READER.read(new byte[0]));
            return;
        }
        try (var room = raws.room(kept.length().get())) {
            shown = shown(READER.read(mails.raw(route.id())));
        }
    }

    private Shown shown(ReadMail mail) {
        var language = mail.language().map(Locale::toLanguageTag).orElse("");
        return new Shown(
                language,
                mail.from().map(TicketReceivedMailPage::words).orElse(kept.sender()),
                mail.to().stream().map(TicketReceivedMailPage::words).toList(),
                mail.cc().stream().map(TicketReceivedMailPage::words).toList(),
                mail.date(),
                mail.files().stream()
                        .filter(file -> !file.inline())
                        .map(file -> new FileLine(file.name(), file.content().size()))
                        .toList(),
                mail.body().html().map(html -> frame(language, html, mail)).orElse(""),
                MailTokens.hide(mail.body().said()),
                MailTokens.hide(mail.body().text()));
    }

    private String frame(String language, String html, ReadMail mail) {
        return FRAME.formatted(
                language,
                ShownHtml.of(
                        MailTokens.hide(html),
                        texts.text(reader.get(), "mail.view.history"),
                        new MailImages(mail.files())::address));
    }

    /** Whether its content is still kept. */
    public boolean whole() {
        return kept.length().isPresent();
    }

    public String subject() {
        return kept.subject().isEmpty() ? texts.text(reader.get(), "mailbox.mail.no-subject") : kept.subject();
    }

    /** Of the text; empty where nobody knows. */
    public String language() {
        return shown.language();
    }

    public String from() {
        return shown.from();
    }

    public List<String> to() {
        return shown.to();
    }

    public List<String> cc() {
        return shown.cc();
    }

    private static String words(MailAddress address) {
        var words = address.name().isEmpty() ? address.address() : address.name() + " <" + address.address() + ">";
        return MailTokens.hide(words);
    }

    /** As the sender's clock says. */
    public Optional<Instant> date() {
        return shown.date();
    }

    public Instant receivedAt() {
        return kept.receivedAt();
    }

    /** What somebody attached; images within the text are not among them. */
    public List<FileLine> files() {
        return shown.files();
    }

    /** Empty where the mail has none. */
    public String html() {
        return shown.html();
    }

    /** What is new in it. */
    public List<MailText.Paragraph> said() {
        return MailText.paragraphs(shown.said());
    }

    /** All of it, where it repeats what was written before; else empty. */
    public List<MailText.Paragraph> all() {
        return shown.said().strip().equals(shown.text().strip()) ? List.of() : MailText.paragraphs(shown.text());
    }

    public String ticket() {
        return route.staff() ? links.staffTicket(tenants.require().id(), route.number()) : links.ticket(route.number());
    }

    /** Of the mail as it came, for agents; empty for customers, and once it is kept no longer. */
    public String source() {
        return route.staff() && whole() ? ticket() + "/received-mails/" + route.id() + "/source" : "";
    }
}
