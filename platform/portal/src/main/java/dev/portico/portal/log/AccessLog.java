package dev.portico.portal.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A line for each request, where lines are read by programs and nobody has switched it off. */
@ApplicationScoped
public class AccessLog {
    private static final Logger LOG = System.getLogger(AccessLog.class.getName());

    @Inject
    JsonLog json;

    @Inject
    @ConfigProperty(name = "portico.log.access", defaultValue = "true")
    boolean wanted;

    public void write(AccessLine line) {
        if (wanted && json.enabled()) {
            LOG.log(Level.INFO, "{0}", line);
        }
    }
}
