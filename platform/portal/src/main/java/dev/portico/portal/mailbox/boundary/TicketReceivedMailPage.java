package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.AttachedFile;
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
    private ReadMail mail;

    @PostConstruct
    void load() {
        kept = mails.of(actor.get(), route.number(), route.id());
        mail = READER.read(kept.raw().orElse(new byte[0]));
    }

    /** Whether its content is still kept. */
    public boolean whole() {
        return kept.raw().isPresent();
    }

    public String subject() {
        return kept.subject().isEmpty() ? texts.text(reader.get(), "mailbox.mail.no-subject") : kept.subject();
    }

    /** Of the text; empty where nobody knows. */
    public String language() {
        return mail.language().map(Locale::toLanguageTag).orElse("");
    }

    public String from() {
        return mail.from().map(TicketReceivedMailPage::words).orElse(kept.sender());
    }

    public List<String> to() {
        return mail.to().stream().map(TicketReceivedMailPage::words).toList();
    }

    public List<String> cc() {
        return mail.cc().stream().map(TicketReceivedMailPage::words).toList();
    }

    private static String words(MailAddress address) {
        var words = address.name().isEmpty() ? address.address() : address.name() + " <" + address.address() + ">";
        return MailTokens.hide(words);
    }

    /** As the sender's clock says. */
    public Optional<Instant> date() {
        return mail.date();
    }

    public Instant receivedAt() {
        return kept.receivedAt();
    }

    /** What somebody attached; images within the text are not among them. */
    public List<AttachedFile> files() {
        return mail.files().stream().filter(file -> !file.inline()).toList();
    }

    /** Empty where the mail has none. */
    public String html() {
        return mail.body()
                .html()
                .map(html -> FRAME.formatted(
                        language(),
                        ShownHtml.of(
                                MailTokens.hide(html),
                                texts.text(reader.get(), "mail.view.history"),
                                new MailImages(mail.files())::address)))
                .orElse("");
    }

    /** What is new in it. */
    public List<MailText.Paragraph> said() {
        return MailText.paragraphs(MailTokens.hide(mail.body().said()));
    }

    /** All of it, where it repeats what was written before; else empty. */
    public List<MailText.Paragraph> all() {
        return mail.body().said().strip().equals(mail.body().text().strip())
                ? List.of()
                : MailText.paragraphs(MailTokens.hide(mail.body().text()));
    }

    public String ticket() {
        return route.staff() ? links.staffTicket(tenants.require().id(), route.number()) : links.ticket(route.number());
    }

    /** Of the mail as it came, for agents; empty for customers, and once it is kept no longer. */
    public String source() {
        return route.staff() && whole() ? ticket() + "/received-mails/" + route.id() + "/source" : "";
    }
}
