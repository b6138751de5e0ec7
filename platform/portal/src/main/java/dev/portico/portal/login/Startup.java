package dev.portico.portal.login;

import dev.portico.keycloak.SessionIndex;
import dev.portico.portal.web.Site;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets the index hear of sessions that end, and keeps the session's cookie off plain HTTP where there is TLS. */
@WebListener
public class Startup implements ServletContextListener {
    @Inject
    SessionIndex sessions;

    @Inject
    Site site;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().addListener(sessions);
        event.getServletContext().getSessionCookieConfig().setSecure(site.secure());
    }
}
