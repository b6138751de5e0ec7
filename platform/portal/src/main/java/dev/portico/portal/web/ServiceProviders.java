package dev.portico.portal.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;

/**
 * Names the server's implementations to interfaces that else look for them in all of its jars, at each object of JSON
 * and at each part of a mail.
 */
@WebListener
public class ServiceProviders implements ServletContextListener {
    private static final Map<String, String> NAMES = Map.of(
            "jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl",
            "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");

    @Override
    public void contextInitialized(ServletContextEvent event) {
        NAMES.forEach((service, name) -> {
            if (System.getProperty(service) == null) {
                System.setProperty(service, name);
            }
        });
    }
}
