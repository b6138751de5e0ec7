package dev.portico.portal.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way to the SMTP server that passes our mails on. */
@ApplicationScoped
public class MailSender {
    private static final String TIMEOUT_MILLIS = "10000";

    @Inject
    @ConfigProperty(name = "portico.smtp.host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "portico.smtp.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "portico.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "portico.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "portico.smtp.security", defaultValue = "none")
    SmtpSecurity security;

    @Inject
    @ConfigProperty(name = "portico.mail.domain", defaultValue = "localhost")
    String domain;

    /** Connects with the first mail. */
    public SmtpConnection open() {
        return new SmtpConnection(Session.getInstance(properties()), user.orElse(null), password.orElse(null));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        var startTls = String.valueOf(security == SmtpSecurity.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == SmtpSecurity.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        // Else the machine's own name is looked up, which may take its time.
        properties.setProperty("mail.smtp.localhost", domain);
        return properties;
    }
}
