package dev.portico.portal.administration.boundary;

import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.release.entity.Origin;

/** Keys of the words for what releases are and ask for. */
final class ReleaseWords {
    private ReleaseWords() {}

    static String origin(Origin origin) {
        return switch (origin) {
            case BUNDLED -> "release.origin.bundled";
            case PUBLISHED -> "release.origin.published";
            case UNVERIFIED -> "release.origin.unverified";
        };
    }

    static String capability(Capability capability) {
        return switch (capability) {
            case OUTGOING_HOSTS -> "release.capability.outgoing-hosts";
            case OWN_TABLES -> "release.capability.own-tables";
            case PUBLIC_ROUTES -> "release.capability.public-routes";
            case JOBS -> "release.capability.jobs";
            case MAIL -> "release.capability.mail";
        };
    }
}
