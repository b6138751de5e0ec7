package dev.portico.portal.profile.boundary;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmSession;
import dev.portico.keycloak.SecondFactor;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.LoginChange;
import dev.portico.portal.login.Logins;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How and where somebody is logged in (G1, G3): a page of its own, since it waits for Keycloak. */
@Named
@RequestScoped
public class SecurityPage {
    private static final Logger LOG = System.getLogger(SecurityPage.class.getName());

    @Inject
    OwnLogin login;

    @Inject
    Logins logins;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Notices notices;

    private boolean available;
    private List<Session> sessions = List.of();
    private List<Factor> factors = List.of();

    /**
     * A place where one is logged in.
     *
     * @param present whether it is the one that asks
     */
    public record Session(String id, Instant startedAt, Instant lastAccessAt, String address, boolean present) {}

    /** What is asked for besides the password. */
    public record Factor(String id, String label, Instant createdAt) {}

    /** Before the page is written: does what a button stands for if one was pressed, else asks Keycloak. */
    public void open() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        if (faces.isPostback()) {
            faces.getExternalContext().redirect(act(faces.getExternalContext().getRequestParameterMap()));
        } else {
            load();
        }
    }

    private void load() {
        try {
            factors = login.secondFactors(request()).stream().map(this::factor).toList();
            sessions = login.sessions().stream().map(this::session).toList();
            available = true;
        } catch (LoginUnavailableException e) {
            LOG.log(Level.WARNING, "Shown without sessions and second factors", e);
        }
    }

    /** @return where to go next */
    private String act(Map<String, String> pressed) {
        var request = request();
        try {
            if (pressed.containsKey("password")) {
                return logins.change(request, LoginChange.PASSWORD, links.security())
                        .toString();
            }
            if (pressed.containsKey("set-up")) {
                return logins.change(request, LoginChange.SECOND_FACTOR, links.security())
                        .toString();
            }
            if (pressed.containsKey("remove")) {
                return login.removeSecondFactor(request, pressed.get("remove"), links.security())
                        .toString();
            }
            end(pressed, request);
        } catch (LoginUnavailableException e) {
            LOG.log(Level.WARNING, "Nothing was changed at Keycloak", e);
            notices.error("account.security.unavailable", Map.of());
        }
        return links.security();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    private void end(Map<String, String> pressed, HttpServletRequest request) {
        if (pressed.containsKey("end")) {
            login.end(pressed.get("end"));
            notices.success("account.security.session.ended", Map.of());
        } else if (pressed.containsKey("end-others")) {
            login.endOthers(request);
            notices.success("account.security.sessions.ended", Map.of());
        }
    }

    private Session session(RealmSession session) {
        return new Session(
                session.id(),
                session.startedAt(),
                session.lastAccessAt(),
                session.ipAddress(),
                login.isPresent(session));
    }

    private Factor factor(SecondFactor factor) {
        return new Factor(
                factor.id(), factor.label().isBlank() ? kind(factor.type()) : factor.label(), factor.createdAt());
    }

    private String kind(String type) {
        return switch (type) {
            case "otp" -> texts.text(reader.get(), "account.security.factor.otp");
            case "webauthn", "webauthn-passwordless" -> texts.text(reader.get(), "account.security.factor.key");
            default -> texts.text(reader.get(), "account.security.factor.other");
        };
    }

    /** Whether Keycloak answered. */
    public boolean available() {
        return available;
    }

    public List<Session> sessions() {
        return sessions;
    }

    /** Whether there is another one to end. */
    public boolean several() {
        return sessions.stream().anyMatch(session -> !session.present());
    }

    public List<Factor> factors() {
        return factors;
    }
}
