package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;

/** Remembers the language in the browser, for pages before a login and after a logout. */
@ApplicationScoped
public class LanguageCookie {
    private static final Duration LIFE = Duration.ofDays(365);

    @Inject
    Site site;

    /** @param language a supported one, never text of a request */
    public void set(HttpServletResponse response, Locale language) {
        response.addHeader(
                "Set-Cookie",
                RequestReader.LANGUAGE + "=" + language.toLanguageTag() + "; Path=/; Max-Age=" + LIFE.toSeconds()
                        + "; SameSite=Lax; HttpOnly" + (site.secure() ? "; Secure" : ""));
    }
}
