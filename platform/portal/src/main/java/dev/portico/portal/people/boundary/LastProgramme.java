package dev.portico.portal.people.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The tenant whose people were looked at last, for as long as the session lasts. */
@RequestScoped
public class LastProgramme {
    private static final String ATTRIBUTE = "dev.portico.portal.people-of";

    @Inject
    HttpServletRequest request;

    void keep(String tenantId) {
        request.getSession().setAttribute(ATTRIBUTE, tenantId);
    }

    Optional<String> tenantId() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(String.class::cast);
    }
}
