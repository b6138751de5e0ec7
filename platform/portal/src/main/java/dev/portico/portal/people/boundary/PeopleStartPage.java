package dev.portico.portal.people.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Leads a CSM to the people of the programme that they serve, or lets them choose one of several. */
@Named
@RequestScoped
public class PeopleStartPage {
    @Inject
    ServedTenants served;

    @Inject
    LastProgramme last;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Links links;

    /** A programme in the reader's words. {@code style} is its brand. */
    public record Card(String name, String summary, String style, String people, String organizations) {}

    /** Before the page is written. */
    public void lead() throws IOException {
        var to = request.getParameter("choose") == null ? only().or(this::again) : Optional.<Tenant>empty();
        if (to.isPresent()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(links.staffPeople(to.get().id()));
        }
    }

    private Optional<Tenant> only() {
        return Optional.of(served.all()).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    private Optional<Tenant> again() {
        return last.tenantId().flatMap(served::find);
    }

    public List<Card> cards() {
        var language = reader.get().ui();
        return served.all().stream()
                .map(tenant -> new Card(
                        tenant.name(language),
                        tenant.summary(language),
                        tenant.brandStyle(),
                        links.staffPeople(tenant.id()),
                        links.staffOrganizations(tenant.id())))
                .toList();
    }
}
