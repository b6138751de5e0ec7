package dev.portico.portal.profile.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a link to a new address leads: whoever opens it, logged in, says whether it is theirs. Reading it changes nothing. */
@Named
@RequestScoped
public class NewAddressPage {
    @Inject
    NewAddresses addresses;

    @Inject
    CurrentUser user;

    @Inject
    CurrentRoute route;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    private Optional<String> address = Optional.empty();

    @PostConstruct
    void load() {
        address = addresses.asked(user.subject(), route.token());
    }

    /** Before the page is written. */
    public void open() {
        if (!asked()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    public void confirm() throws IOException {
        try {
            addresses.confirm(user.subject(), route.token());
            notices.success("account.address.confirmed", Map.of("email", address()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(links.settings());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    /** Whether the person is asked anything by this link. */
    public boolean asked() {
        return address.isPresent();
    }

    public String address() {
        return address.orElse("");
    }

    /** The one that counts until now. */
    public String present() {
        return user.membership().orElseThrow().email();
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of());
    }
}
