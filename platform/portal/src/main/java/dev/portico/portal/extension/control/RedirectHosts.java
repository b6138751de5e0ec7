package dev.portico.portal.extension.control;

import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.settings.Settings;
import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts that a plugin may send a tenant's visitors to; what is no plain host name is none. */
public record RedirectHosts(Set<String> names) {
    private static final int HTTPS = 443;

    public RedirectHosts {
        names = Set.copyOf(names);
    }

    /** Those that the tenant's administrator has entered into the setting that the manifest names. */
    public static RedirectHosts of(PluginManifest manifest, Settings settings) {
        return new RedirectHosts(manifest.redirectHosts().stream()
                .flatMap(setting -> settings.phrases(setting).values().stream())
                .flatMap(List::stream)
                .flatMap(RedirectHosts::ascii)
                .collect(Collectors.toSet()));
    }

    /** The address as a browser takes it; empty where nobody may be sent there. */
    public Optional<String> allowed(URI to) {
        var fine = "https".equalsIgnoreCase(to.getScheme())
                && to.getHost() != null
                && to.getRawUserInfo() == null
                && (to.getPort() == -1 || to.getPort() == HTTPS)
                && names.contains(to.getHost().toLowerCase(Locale.ROOT));
        return fine ? Optional.of(to.toASCIIString()) : Optional.empty();
    }

    private static Stream<String> ascii(String name) {
        try {
            return Stream.of(IDN.toASCII(name.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
