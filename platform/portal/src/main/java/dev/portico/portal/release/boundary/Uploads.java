package dev.portico.portal.release.boundary;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.admission.Admission;
import dev.portico.plugin.host.admission.Admission.Candidate;
import dev.portico.plugin.host.admission.Admissions;
import dev.portico.plugin.host.signature.Trust;
import dev.portico.plugin.host.upgrade.Upgrade;
import dev.portico.plugin.host.vetting.Limits;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.publisher.control.Publishers;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.release.control.LocalReleases;
import dev.portico.portal.release.entity.Origin;
import dev.portico.portal.release.entity.PluginRelease.Name;
import dev.portico.portal.release.entity.PluginRelease.Warrant;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Takes jars in: what is in order is kept as a release, all else leaves nothing behind. */
@ApplicationScoped
public class Uploads {
    @Inject
    Publishers publishers;

    @Inject
    LocalReleases local;

    @Inject
    Catalogue catalogue;

    @Inject
    Releases releases;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    /** Examining takes a multiple of a jar's size in memory. */
    private final ReentrantLock one = new ReentrantLock();

    /**
     * A jar from outside. Nothing runs because of it.
     *
     * @return its digest
     * @throws PortalException invalid, with every problem, in the reader's language
     */
    public String take(InputStream jar) {
        user.require(Access.PLATFORM_ADMIN);
        one.lock();
        try {
            var admission = new Admissions(new ManifestReader(PluginApi.VERSION), Limits.STANDARD, local.quarantine())
                    .examine(jar, publishers.policy());
            if (admission instanceof Admission.Refused refused) {
                throw Refusal.of(refused.problems(), reader.get());
            }
            var candidate = (Candidate) admission;
            requireUpgrade(candidate.manifest());
            releases.keep(
                    name(candidate),
                    warrant(candidate.trust()),
                    candidate.content().toByteArray(),
                    user.name());
            return candidate.sha256();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("The upload broke off, or there is no room to examine it", brokenOff);
        } finally {
            one.unlock();
        }
    }

    /** What cannot take the running one's place is not kept either: a jar that was good once may be known for a hole now. */
    private void requireUpgrade(PluginManifest candidate) {
        var problems = releases.wanted(candidate.id())
                .map(running -> Upgrade.of(running.manifest(), candidate).problems())
                .orElse(List.of());
        if (!problems.isEmpty()) {
            throw Refusal.of(problems, reader.get());
        }
    }

    /**
     * A jar of the catalogue.
     *
     * @throws PortalException not found, where there is none with that digest
     */
    public void takeShipped(String digest) {
        user.require(Access.PLATFORM_ADMIN);
        releases.keep(catalogue.look().find(digest).orElseThrow(PortalException::notFound));
    }

    private static Name name(Candidate candidate) {
        var manifest = candidate.manifest();
        return new Name(manifest.id(), manifest.version(), candidate.sha256());
    }

    private static Warrant warrant(Trust trust) {
        return trust instanceof Trust.Published published
                ? new Warrant(Origin.PUBLISHED, Optional.of(published.publisher()))
                : new Warrant(Origin.UNVERIFIED, Optional.empty());
    }
}
