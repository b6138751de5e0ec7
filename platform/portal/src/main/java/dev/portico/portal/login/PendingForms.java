package dev.portico.portal.login;

import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forms that wait in the session until the person is logged in again. */
@RequestScoped
public class PendingForms {
    private static final String ATTRIBUTE = "dev.portico.portal.pending-forms";
    private static final int MOST_FORMS = 4;
    private static final int MOST_CHARACTERS = 2 * PendingForm.MOST_CHARACTERS;
    // Four bytes of UTF-8, each written as %XX.
    private static final int MOST_BYTES = 12 * PendingForm.MOST_CHARACTERS;

    @Inject
    CurrentRoute route;

    @Inject
    HttpServletRequest current;

    @Inject
    FormSeal seals;

    /**
     * What was typed on a page of the current realm, once.
     *
     * @param path the page's address, without query
     * @param subject who is logged in now; another person's form is dropped
     */
    public Optional<PendingForm> take(String path, String subject) {
        var session = current.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var forms = forms(session.getAttribute(ATTRIBUTE));
        var found = forms.stream().filter(form -> isOf(form, path)).findFirst();
        if (found.isPresent()) {
            forms.remove(found.get());
            session.setAttribute(ATTRIBUTE, forms);
        }
        return found.filter(form -> form.account().equals(subject));
    }

    void keep(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (!request.getMethod().equals("POST") || length < 0 || length > MOST_BYTES) {
            return;
        }
        var path = route.pathWithoutQuery();
        PendingForm.of(route.realm().orElse(""), path, request.getParameterMap(), seals)
                .ifPresent(form -> {
                    var session = BrowserSession.of(request);
                    var forms = forms(session.getAttribute(ATTRIBUTE));
                    forms.removeIf(earlier -> isOf(earlier, path));
                    session.setAttribute(ATTRIBUTE, latest(forms, form));
                });
    }

    /** The new form and as many of the earlier ones as a session may hold; the oldest go first. */
    static ArrayList<PendingForm> latest(List<PendingForm> earlier, PendingForm form) {
        var kept = new ArrayList<>(earlier);
        kept.add(form);
        while (kept.size() > MOST_FORMS
                || kept.stream().mapToLong(PendingForm::characters).sum() > MOST_CHARACTERS) {
            kept.remove(0);
        }
        return kept;
    }

    private boolean isOf(PendingForm form, String path) {
        return form.path().equals(path) && form.realm().equals(route.realm().orElse(""));
    }

    private static List<PendingForm> forms(@Nullable Object attribute) {
        var forms = new ArrayList<PendingForm>();
        if (attribute instanceof List<?> kept) {
            kept.forEach(form -> forms.add((PendingForm) form));
        }
        return forms;
    }
}
