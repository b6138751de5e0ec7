package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this installation is found, and how it was set up to behave. */
@ApplicationScoped
public class Site {
    private String publicUrl = "";
    private String keycloakUrl = "";
    private boolean pseudoLocale;

    protected Site() {}

    @Inject
    public Site(
            @ConfigProperty(name = "portico.public-url", defaultValue = "http://localhost:8080") String publicUrl,
            @ConfigProperty(name = "portico.keycloak.url", defaultValue = "http://localhost:8180") String keycloakUrl,
            @ConfigProperty(name = "portico.pseudo-locale", defaultValue = "false") boolean pseudoLocale) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.keycloakUrl = keycloakUrl.replaceFirst("/+$", "");
        this.pseudoLocale = pseudoLocale;
    }

    /** Without a slash at its end. */
    public String publicUrl() {
        return publicUrl;
    }

    public boolean secure() {
        return publicUrl.startsWith("https:");
    }

    boolean pseudoLocale() {
        return pseudoLocale;
    }

    /** Scheme, host and port, as a content security policy names an origin. */
    String keycloakOrigin() {
        var url = URI.create(keycloakUrl);
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** The same installation under a tenant's own host name. */
    String hosted(String host) {
        var url = URI.create(publicUrl);
        var port = Optional.of(url.getPort()).filter(number -> number >= 0).map(number -> ":" + number);
        return url.getScheme() + "://" + host + port.orElse("");
    }
}
