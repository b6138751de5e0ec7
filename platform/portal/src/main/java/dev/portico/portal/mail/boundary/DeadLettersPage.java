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

/** The mails that could not be sent, tenant by tenant, with "send again". */
@Named
@RequestScoped
public class DeadLettersPage {
    private static final int MOST_OF_A_TENANT = 50;
    private static final String MAIL = "mail";
    private static final String TENANT = "tenant";

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

    /** @param href of the mail; empty where the reader may not open the ticket that it belongs to */
    public record Row(
            String id, String subject, String href, String recipient, Instant createdAt, int attempts, String reason) {}

    @PostConstruct
    void load() {
        // Which mail is sent again stands in the request, so that a page grown old means the mail that it showed.
        if (!FacesContext.getCurrentInstance().isPostback()) {
            groups = served.all().stream()
                    .map(tenant -> tenants.within(tenant, () -> group(tenant)))
                    .filter(group -> group.count() > 0)
                    .toList();
        }
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
                letter.id(),
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

    public void retry() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        var parameters = external.getRequestParameterMap();
        var tenant = served.find(parameters.getOrDefault(TENANT, "")).orElseThrow(PortalException::notFound);
        var again = tenants.within(tenant, () -> retry(parameters.getOrDefault(MAIL, "")));
        if (again) {
            notices.success("staff.mails.sent-again", Map.of());
        } else {
            notices.warning("staff.mails.gone", Map.of());
        }
        external.redirect(links.staffMails());
    }

    /** @return false where somebody else was faster */
    private boolean retry(String id) {
        try {
            letters.retry(id);
            return true;
        } catch (PortalException gone) {
            return false;
        }
    }
}
