package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.release.boundary.PluginOverview;
import dev.portico.portal.release.boundary.PluginStatus;
import dev.portico.portal.release.boundary.Releases;
import dev.portico.portal.release.boundary.Uploads;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every plugin there is, what became of it, and who of the tenants served uses it; here one is taken in (J1, J2). */
@Named
@RequestScoped
public class PluginsPage {
    @Inject
    PluginOverview overview;

    @Inject
    Plugins plugins;

    @Inject
    EnabledPlugins enabled;

    @Inject
    VisibleProblems visible;

    @Inject
    ServedTenants served;

    @Inject
    Uploads uploads;

    @Inject
    Releases releases;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    FormProblems problems;

    @Inject
    PluginBadges badges;

    @Inject
    Texts texts;

    @Inject
    Links links;

    private List<Row> rows = List.of();
    private List<RefusedRow> refused = List.of();

    /**
     * A plugin in the reader's words.
     *
     * @param title its id where it cannot be read
     * @param href of the page where it is managed
     */
    public record Row(
            PluginStatus status,
            Badge badge,
            String title,
            String description,
            String version,
            String provider,
            String href,
            List<String> problems,
            List<TroubleRow> troubles,
            List<Use> uses) {
        public boolean running() {
            return status.state() == PluginStatus.State.RUNNING;
        }
    }

    /**
     * What has failed lately for one of the tenants served.
     *
     * @param point name of the extension point
     * @param reason in English, as the plugin gave it
     */
    public record TroubleRow(String tenant, String point, Instant since, Optional<Instant> retryAt, String reason) {
        /** Whether it is not even called until then. */
        public boolean aside() {
            return retryAt.isPresent();
        }

        public @Nullable Instant until() {
            return retryAt.orElse(null);
        }
    }

    /** @param href of the page where it is configured; empty where the plugin does not run */
    public record Use(String tenant, boolean enabled, String href) {}

    /** A file of the catalogue that is no plugin which could run here. */
    public record RefusedRow(String file, List<String> problems) {}

    @PostConstruct
    void load() {
        var all = overview.get();
        var byTenant = enabled.byTenant();
        rows = all.plugins().stream().map(plugin -> row(plugin, byTenant)).toList();
        refused = all.refused().stream().map(this::refused).toList();
    }

    private RefusedRow refused(Catalogue.Refused refusal) {
        return new RefusedRow(refusal.file(), texts(refusal.problems()));
    }

    private List<String> texts(List<Problem> found) {
        return found.stream().map(problem -> problem.text(reader.get().ui())).toList();
    }

    private Row row(PluginStatus plugin, Map<String, Set<String>> byTenant) {
        var words = plugin.content().map(content -> new PluginTexts(content, reader.get()));
        var manifest = plugin.content().map(PluginPackage::manifest);
        return new Row(
                plugin,
                badges.of(plugin.state()),
                words.map(own -> own.text(manifest.orElseThrow().name())).orElse(plugin.id()),
                words.map(own -> own.text(manifest.orElseThrow().description())).orElse(""),
                manifest.map(declared -> declared.version()).orElse(""),
                manifest.map(declared -> declared.provider()).orElse(""),
                links.staffPluginReleases(plugin.id()),
                texts(visible.of(plugin.problems())),
                troubles(plugin.id()),
                uses(plugin.id(), byTenant));
    }

    private List<TroubleRow> troubles(String id) {
        return plugins.host().troubles().stream()
                .filter(trouble -> trouble.pluginId().equals(id))
                .flatMap(trouble -> served.find(trouble.tenantId()).stream()
                        .map(tenant -> new TroubleRow(
                                tenant.name(reader.get().ui()),
                                trouble.point(),
                                trouble.since(),
                                trouble.retryAt(),
                                trouble.lastReason())))
                .toList();
    }

    private List<Use> uses(String id, Map<String, Set<String>> byTenant) {
        var runs = plugins.runs(id);
        return served.all().stream()
                .map(tenant -> new Use(
                        tenant.name(reader.get().ui()),
                        byTenant.getOrDefault(tenant.id(), Set.of()).contains(id),
                        runs ? links.staffPlugin(tenant.id(), id) : ""))
                .toList();
    }

    /** Takes the uploaded jar in, and leads to what it would change. */
    public void upload() throws IOException {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        try {
            var file = ((HttpServletRequest) context.getRequest()).getPart("file");
            if (file == null || file.getSize() == 0) {
                throw PortalException.invalid(new FieldProblem("file", "ticket.problem.required"));
            }
            try (var jar = file.getInputStream()) {
                var digest = uploads.take(jar);
                var id = releases.find(digest)
                        .orElseThrow(PortalException::notFound)
                        .pluginId();
                context.redirect(links.staffPluginRelease(id, digest));
            }
        } catch (PortalException problem) {
            problems.take(problem);
        } catch (ServletException noForm) {
            throw new IllegalStateException("The form came without its parts", noForm);
        }
    }

    public String problem(String field) {
        return problems.of(field);
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of("file", texts.text(reader.get(), "release.file")));
    }

    /** Whether the reader decides which plugins run here. */
    public boolean decides() {
        return user.may(Access.PLATFORM_ADMIN);
    }

    /** Whether plugins are those of a folder in which somebody develops them. */
    public boolean watched() {
        return plugins.watched();
    }

    public List<Row> rows() {
        return rows;
    }

    public List<RefusedRow> refused() {
        return refused;
    }
}
