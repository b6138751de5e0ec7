package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.release.control.DeploymentStore;
import dev.portico.portal.release.control.LocalReleases;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginRelease;
import dev.portico.portal.release.entity.PluginRelease.Name;
import dev.portico.portal.release.entity.PluginRelease.Warrant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The releases in the database; the current tenant is the staff's own. */
@ApplicationScoped
@Transactional
public class Releases {
    private static final Logger LOG = System.getLogger(Releases.class.getName());

    /** Of each plugin, beside those that run, can be gone back to or have failed. */
    private static final int KEPT = 10;

    private static final Duration UNDECIDED = Duration.ofDays(1);

    @Inject
    DeploymentStore store;

    @Inject
    LocalReleases local;

    @Inject
    Catalogue catalogue;

    /** Keeps a release, for somebody to look at and perhaps to install. Nothing runs because of it. */
    public void keep(Name name, Warrant warrant, byte[] jar, String who) {
        store.add(new PluginRelease(name, warrant, who, Instant.now()), () -> jar);
        prune(name.pluginId());
    }

    /** As {@link #keep}, for what the portal was shipped with. */
    public void keep(PluginPackage shipped) {
        var name = new Name(shipped.id(), shipped.manifest().version(), shipped.sha256());
        store.add(new PluginRelease(name, Warrant.BUNDLED, "", Instant.now()), () -> local.bytes(shipped));
    }

    private void prune(String pluginId) {
        var needed = store.find(pluginId).map(Releases::needed).orElse(Set.of());
        var old = Instant.now().minus(UNDECIDED);
        store.releases(pluginId).stream()
                .filter(release -> !needed.contains(release.digest()))
                .skip(KEPT)
                .filter(release -> release.addedAt().isBefore(old))
                .forEach(store::delete);
    }

    private static Set<String> needed(PluginDeployment deployment) {
        return Stream.of(
                        deployment.wanted(),
                        deployment.previous(),
                        deployment.takenBack().digest())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    public Optional<PluginRelease> find(String digest) {
        return store.release(digest);
    }

    /** Newest first. */
    public List<PluginRelease> of(String pluginId) {
        return store.releases(pluginId);
    }

    /**
     * What a release declares.
     *
     * @throws LocalReleases.UnfitRelease if it could not be admitted now
     */
    public PluginPackage read(String digest) {
        return local.get(digest, () -> store.jar(digest)
                .orElseThrow(() -> new IllegalStateException("The release " + digest + " has no jar")));
    }

    /**
     * What all nodes are to run of a plugin: what was decided, or else what the catalogue has. Empty also where it could not
     * be admitted any more, so that it never stands in the way of the next one.
     */
    public Optional<PluginPackage> wanted(String pluginId) {
        try {
            var deployment = store.find(pluginId);
            return deployment.isPresent()
                    ? deployment.flatMap(PluginDeployment::wanted).map(this::read)
                    : catalogue.shipped().newest(pluginId);
        } catch (LocalReleases.UnfitRelease unfit) {
            LOG.log(Level.WARNING, "What is wanted of {0} cannot run here: {1}", pluginId, unfit.problems());
            return Optional.empty();
        }
    }

    /** Whether any version of it is to run. */
    public boolean isWanted(String pluginId) {
        var deployment = store.find(pluginId);
        return deployment.isPresent()
                ? deployment.flatMap(PluginDeployment::wanted).isPresent()
                : catalogue.shipped().newest(pluginId).isPresent();
    }
}
