package dev.portico.portal.administration.boundary;

import dev.portico.portal.administration.control.SettingsDiff;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.plugin.control.StoredSettings;
import dev.portico.portal.plugin.entity.SettingsVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of settings with what each of them changed, newest first. */
@RequestScoped
public class SettingsHistory {
    /** Older ones are in the audit log. */
    private static final int MOST = 20;

    @Inject
    TenantPlugins tenantPlugins;

    /**
     * A version in the reader's words.
     *
     * @param changedAt nothing for what an installation was set up with
     * @param restored the version made valid again; below 0 for none
     */
    public record Version(
            long number,
            boolean current,
            @Nullable Instant changedAt,
            String actor,
            long restored,
            List<ChangeView> changes) {
        public boolean isRestored() {
            return restored >= 0;
        }
    }

    /** A change, each side empty where there was or is nothing entered. */
    public record ChangeView(String field, String from, String to) {}

    List<Version> of(String pluginId, long current, List<SettingView> settings) {
        var labels = settings.stream().collect(Collectors.toMap(SettingView::id, SettingView::label));
        var found = tenantPlugins.versions(pluginId, Long.MAX_VALUE, MOST + 1);
        var versions = new ArrayList<Version>();
        for (int i = 0; i < Math.min(found.size(), MOST); i++) {
            var version = found.get(i);
            versions.add(new Version(
                    version.version(),
                    version.version() == current,
                    version.changedAt().orElse(null),
                    version.actorName(),
                    version.restored().orElse(-1L),
                    i + 1 < found.size() ? changes(found.get(i + 1), version, labels) : List.of()));
        }
        return versions;
    }

    private static List<ChangeView> changes(SettingsVersion before, SettingsVersion after, Map<String, String> labels) {
        return SettingsDiff.of(
                        StoredSettings.object(before.settings()),
                        StoredSettings.object(after.settings()),
                        StoredSettings.object(before.secrets()),
                        StoredSettings.object(after.secrets()))
                .stream()
                .map(change -> new ChangeView(
                        labels.getOrDefault(change.field(), change.field()),
                        Change.plain(change.from()),
                        Change.plain(change.to())))
                .toList();
    }
}
