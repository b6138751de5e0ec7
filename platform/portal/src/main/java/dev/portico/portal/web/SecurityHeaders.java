package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What browsers are told not to do. For pages, PrimeFaces adds a second policy with the scripts' nonce; a browser obeys
 * both, so the one written here leaves scripts out, and {@code default-src} with them.
 */
@ApplicationScoped
public class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    // Login and logout are forms whose answers lead to Keycloak, and browsers check redirects of forms as well.
    private static final String PAGE = "img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self';"
            + " connect-src 'self'; frame-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self' ";

    @Inject
    Site site;

    /** For everything that is no page. */
    void apply(HttpServletResponse response) {
        response.setHeader(POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (site.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    void applyToPage(HttpServletResponse response) {
        apply(response);
        response.setHeader(POLICY, PAGE + site.keycloakOrigin());
    }
}
