package dev.portico.portal.release.control;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.SemanticVersion;
import dev.portico.plugin.host.admission.Admission;
import dev.portico.plugin.host.admission.Admissions;
import dev.portico.plugin.host.vetting.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of plugins that the portal was shipped with. Of a plugin about which nobody has decided, the newest version
 * that was in it at the start runs; whatever else is in it can be installed without an upload. Each file is examined once.
 */
@ApplicationScoped
public class Catalogue {
    @Inject
    @ConfigProperty(name = "portico.plugins.dir")
    String folder;

    @Inject
    LocalReleases releases;

    private final Map<Path, Examined> examined = new HashMap<>();

    /** What was found, in the order of the files' names. */
    public record Content(List<PluginPackage> plugins, List<Refused> refused) {
        public Content {
            plugins = List.copyOf(plugins);
            refused = List.copyOf(refused);
        }

        public Optional<PluginPackage> newest(String pluginId) {
            return plugins.stream()
                    .filter(plugin -> plugin.id().equals(pluginId))
                    .reduce((one, other) -> version(other).isAfter(version(one)) ? other : one);
        }

        public Optional<PluginPackage> find(String digest) {
            return plugins.stream()
                    .filter(plugin -> plugin.sha256().equals(digest))
                    .findFirst();
        }

        private static SemanticVersion version(PluginPackage plugin) {
            return SemanticVersion.parse(plugin.manifest().version()).orElseThrow();
        }
    }

    /** A file that is no plugin which could run here. */
    public record Refused(String file, List<Problem> problems) {}

    private record Stamp(long size, FileTime modified) {}

    private record Examined(Stamp stamp, Optional<PluginPackage> plugin, List<Problem> problems) {}

    @SuppressWarnings("NullAway.Init")
    private Content shipped;

    @PostConstruct
    void open() {
        shipped = look();
    }

    /** What was there when the portal started: what is put there later runs only when somebody installs it. */
    public Content shipped() {
        return shipped;
    }

    /** What is there now. One look at a time: examining takes memory. */
    public synchronized Content look() {
        var plugins = new ArrayList<PluginPackage>();
        var refused = new ArrayList<Refused>();
        for (var file : PluginHost.jars(Path.of(folder))) {
            var result = examined(file);
            result.plugin()
                    .ifPresentOrElse(
                            plugins::add,
                            () -> refused.add(new Refused(String.valueOf(file.getFileName()), result.problems())));
        }
        return new Content(plugins, refused);
    }

    private Examined examined(Path file) {
        try {
            var stamp = new Stamp(Files.size(file), Files.getLastModifiedTime(file));
            var known = examined.get(file);
            if (known != null && known.stamp().equals(stamp)) {
                return known;
            }
            var result = examine(file, stamp);
            examined.put(file, result);
            return result;
        } catch (IOException unreadable) {
            return new Examined(
                    new Stamp(0, FileTime.fromMillis(0)),
                    Optional.empty(),
                    List.of(Problem.of(
                            "plugin.problem.unreadable", "", "value", String.valueOf(unreadable.getMessage()))));
        }
    }

    private Examined examine(Path file, Stamp stamp) throws IOException {
        var admissions = new Admissions(new ManifestReader(PluginApi.VERSION), Limits.STANDARD, releases.quarantine());
        try (var jar = Files.newInputStream(file)) {
            var admission = admissions.examineBundled(jar);
            if (admission instanceof Admission.Refused no) {
                return new Examined(stamp, Optional.empty(), no.problems());
            }
            var candidate = (Admission.Candidate) admission;
            var plugin =
                    releases.get(candidate.sha256(), () -> candidate.content().toByteArray());
            return new Examined(stamp, Optional.of(plugin), List.of());
        }
    }
}
