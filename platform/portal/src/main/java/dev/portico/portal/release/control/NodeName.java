package dev.portico.portal.release.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this process calls itself among those that serve the same portal. */
@ApplicationScoped
public class NodeName {
    @Inject
    @ConfigProperty(name = "portico.node")
    Optional<String> configured;

    private String name = "";

    @PostConstruct
    void find() {
        // Two on one machine differ by their process ids, two in containers by their hosts' names.
        name = configured.orElseGet(() -> host() + "/" + ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }

    public String get() {
        return name;
    }
}
