package dev.portico.portal.people.boundary;

import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was typed into the fields of a page's form, be it just now or before the person had to log in again. */
@RequestScoped
public class FormFields {
    @Inject
    HttpServletRequest request;

    @Inject
    PendingForms pendingForms;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentUser user;

    /**
     * Values by the names of the fields.
     *
     * @param values none of a field that was not sent
     */
    record Typed(Map<String, List<String>> values) {
        String text(String field) {
            return all(field).stream().findFirst().orElse("");
        }

        boolean checked(String field) {
            return !all(field).isEmpty();
        }

        List<String> all(String field) {
            return values.getOrDefault(field, List.of());
        }
    }

    /** @param marker field by which the form is known among others of the page */
    Optional<Typed> typed(String marker) {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            return pendingForms
                    .take(route.pathWithoutQuery(), user.subject())
                    .map(form -> new Typed(form.values()))
                    .filter(typed -> typed.checked(marker));
        }
        var values = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((field, sent) -> values.put(field, List.of(sent)));
        return Optional.of(new Typed(values)).filter(typed -> typed.checked(marker));
    }
}
