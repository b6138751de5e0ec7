package dev.portico.portal.mail.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.mail.control.DeadLetter;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The mails that could not be sent, tenant by tenant, with "send again". Each button carries its mail, so that one of a
 * page grown old means the mail that it stood beside.
 */
@Named
@RequestScoped
public class DeadLettersPage {
    private static final int MOST_OF_A_TENANT = 50;
    private static final String LETTER = "letter";
    private static final String SEPARATOR = "/";

    @Inject
    DeadLetters letters;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    Notices notices;

    private List<Group> groups = List.of();

    /** A tenant's dead letters. */
    public record Group(String tenantId, String tenant, long count, List<Row> rows) {
        /** Whether there are more than are shown. */
        public boolean more() {
            return count > rows.size();
        }
    }

    /**
     * @param button what its button carries
     * @param href of the mail; empty where the reader may not open the ticket that it belongs to
     */
    public record Row(
            String button,
            String subject,
            String href,
            String recipient,
            Instant createdAt,
            int attempts,
            String reason) {}

    @PostConstruct
    void load() {
        groups = served.all().stream()
                .map(tenant -> tenants.within(tenant, () -> group(tenant)))
                .filter(group -> group.count() > 0)
                .toList();
    }

    private Group group(Tenant tenant) {
        var rows = letters.page(0, MOST_OF_A_TENANT).stream()
                .map(letter -> row(tenant, letter))
                .toList();
        var count = rows.size() < MOST_OF_A_TENANT ? rows.size() : letters.count();
        return new Group(tenant.id(), tenant.name(reader.get().ui()), count, rows);
    }

    private Row row(Tenant tenant, DeadLetter letter) {
        var href = letter.ticketNumber()
                .filter(number -> user.has(Role.AGENT))
                .map(number -> links.staffMail(tenant.id(), number, letter.id()))
                .orElse("");
        return new Row(
                tenant.id() + SEPARATOR + letter.id(),
                letter.subject(),
                href,
                letter.recipient(),
                letter.createdAt(),
                letter.attempts(),
                letter.reason());
    }

    public List<Group> groups() {
        return groups;
    }

    /** Before the page is written: sends the mail again whose button was pressed, if one was. */
    public void act() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var letter = faces.getExternalContext().getRequestParameterMap().get(LETTER);
        if (faces.isPostback() && letter != null) {
            retry(letter);
            faces.getExternalContext().redirect(links.staffMails());
        }
    }

    private void retry(String letter) {
        var tenantId = letter.substring(0, Math.max(0, letter.indexOf(SEPARATOR)));
        var id = letter.substring(letter.indexOf(SEPARATOR) + 1);
        var tenant = served.find(tenantId).orElseThrow(PortalException::notFound);
        if (tenants.within(tenant, () -> retried(id))) {
            notices.success("staff.mails.sent-again", Map.of());
        } else {
            notices.warning("staff.mails.gone", Map.of());
        }
    }

    /** @return false where somebody else was faster */
    private boolean retried(String id) {
        try {
            letters.retry(id);
            return true;
        } catch (PortalException gone) {
            return false;
        }
    }
}
