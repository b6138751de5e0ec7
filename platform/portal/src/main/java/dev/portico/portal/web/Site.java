package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this installation was set up to behave. */
@ApplicationScoped
public class Site {
    private boolean secure;
    private String keycloakUrl = "";
    private boolean pseudoLocale;

    protected Site() {}

    @Inject
    public Site(
            @ConfigProperty(name = "portico.public-url", defaultValue = "http://localhost:8080") String publicUrl,
            @ConfigProperty(name = "portico.keycloak.url", defaultValue = "http://localhost:8180") String keycloakUrl,
            @ConfigProperty(name = "portico.pseudo-locale", defaultValue = "false") boolean pseudoLocale) {
        this.secure = publicUrl.startsWith("https:");
        this.keycloakUrl = keycloakUrl;
        this.pseudoLocale = pseudoLocale;
    }

    public boolean secure() {
        return secure;
    }

    boolean pseudoLocale() {
        return pseudoLocale;
    }

    /** Scheme, host and port, as a content security policy names an origin. */
    String keycloakOrigin() {
        var url = URI.create(keycloakUrl);
        return url.getScheme() + "://" + url.getAuthority();
    }
}
