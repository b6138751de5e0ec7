package dev.portico.portal.publisher.control;

import dev.portico.plugin.host.signature.TrustPolicy;
import dev.portico.portal.publisher.entity.PinnedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose plugins run here, as it is at this moment. */
@ApplicationScoped
public class Publishers {
    @Inject
    PublisherKeyStore store;

    @Inject
    @ConfigProperty(name = "portico.plugins.unsigned", defaultValue = "false")
    boolean unsigned;

    /** Reads the keys anew: one that was removed counts no more. Needs no tenant and no transaction. */
    public TrustPolicy policy() {
        return new TrustPolicy(
                store.all().stream().collect(Collectors.toUnmodifiableMap(PinnedKey::sha256, PinnedKey::publisher)),
                unsigned);
    }
}
