package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.scan.CodeScan;
import dev.portico.plugin.host.upgrade.Change;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.SettingProblems;
import dev.portico.portal.release.boundary.Deployments;
import dev.portico.portal.release.boundary.Plan;
import dev.portico.portal.release.boundary.Plans;
import dev.portico.portal.release.boundary.TenantEffect;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A release before it is installed: whose it is, what its code reaches for, and what it would change for whom (J1). */
@Named
@RequestScoped
public class PluginReleasePage {
    @Inject
    Plans plans;

    @Inject
    Deployments deployments;

    @Inject
    FormProblems problems;

    @Inject
    Notices notices;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private Plan plan;

    @SuppressWarnings("NullAway.Init")
    private CodeScan scan;

    @SuppressWarnings("NullAway.Init")
    private PluginTexts words;

    /** What the code reaches for, with a few places where it does. */
    public record PowerRow(String text, long count, List<CodeScan.Place> examples) {}

    public record ChangeRow(String action, String tone, String part, String id) {}

    /** @param agreed whether it is ticked already */
    public record CapabilityRow(String name, String text, boolean agreed) {}

    /**
     * @param stranded what stands in the way
     * @param settings what has to be mended afterwards
     */
    public record TenantRow(String tenant, boolean enabled, List<String> stranded, List<String> settings) {}

    @PostConstruct
    void load() {
        plan = plans.of(route.digest());
        if (!plan.candidate().id().equals(route.id())) {
            throw PortalException.notFound();
        }
        scan = scan();
        words = new PluginTexts(plan.candidate(), reader.get());
    }

    private CodeScan scan() {
        try {
            return CodeScan.of(plan.candidate().jar());
        } catch (IOException gone) {
            throw new UncheckedIOException("The copy of the release cannot be read", gone);
        }
    }

    public void install() throws IOException {
        try {
            deployments.install(plan.release().digest(), agreed());
            notices.success("release.installing", Map.of("plugin", name(), "version", version()));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(links.staffPluginReleases(plan.candidate().id()));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private Set<Capability> agreed() {
        var ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("consent", new String[0]);
        var agreed = EnumSet.noneOf(Capability.class);
        for (var capability : Capability.values()) {
            if (List.of(ticked).contains(capability.name())) {
                agreed.add(capability);
            }
        }
        return agreed;
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of());
    }

    public Plan plan() {
        return plan;
    }

    public PluginManifest manifest() {
        return plan.candidate().manifest();
    }

    public String name() {
        return words.text(manifest().name());
    }

    public String description() {
        return words.text(manifest().description());
    }

    public String version() {
        return manifest().version();
    }

    /** Of what runs now; empty where it would be new. */
    public String from() {
        return plan.running().map(running -> running.manifest().version()).orElse("");
    }

    public String origin() {
        var warrant = plan.release().warrant();
        return texts.text(
                reader.get(),
                ReleaseWords.origin(warrant.origin()),
                Map.of("publisher", warrant.publisher().orElse("")));
    }

    /** Why it cannot be, whatever the tenants have. */
    public List<String> obstacles() {
        return plan.problems().stream()
                .map(problem -> problem.text(reader.get().ui()))
                .toList();
    }

    public int classes() {
        return scan.classes();
    }

    public List<PowerRow> powers() {
        return scan.uses().entrySet().stream()
                .map(use -> new PowerRow(
                        use.getKey().text(reader.get().ui()),
                        use.getValue().count(),
                        use.getValue().examples()))
                .toList();
    }

    public List<ChangeRow> changes() {
        return plan.upgrade().changes().stream().map(this::row).toList();
    }

    private ChangeRow row(Change change) {
        var language = reader.get().ui();
        var tone =
                switch (change.action()) {
                    case ADDED -> "tone-ok";
                    case CHANGED -> "tone-info";
                    case REMOVED -> "tone-warn";
                };
        return new ChangeRow(
                change.action().text(language),
                tone,
                change.part().text(language),
                change.owner().isEmpty() ? change.id() : change.owner() + " · " + change.id());
    }

    public List<CapabilityRow> capabilities() {
        var agreed = agreed();
        return plan.upgrade().newCapabilities().stream()
                .sorted()
                .map(capability -> new CapabilityRow(
                        capability.name(),
                        texts.text(reader.get(), ReleaseWords.capability(capability)),
                        agreed.contains(capability)))
                .toList();
    }

    public List<TenantRow> tenants() {
        return plan.tenants().stream().map(this::row).toList();
    }

    private TenantRow row(TenantEffect effect) {
        return new TenantRow(
                effect.tenant().name(reader.get().ui()),
                effect.enabled(),
                effect.stranded().stream().map(this::text).toList(),
                SettingProblems.of(effect.settings()).stream()
                        .map(problem -> texts.text(
                                reader.get(),
                                "common.problem",
                                Map.of(
                                        "label",
                                        problem.field(),
                                        "text",
                                        texts.text(reader.get(), problem.key(), problem.args()))))
                        .toList());
    }

    private String text(TenantEffect.Stranded stranded) {
        return texts.text(
                reader.get(),
                "release.stranded",
                Map.of(
                        "count",
                        stranded.tickets(),
                        "part",
                        stranded.gone().part().text(reader.get().ui()),
                        "id",
                        stranded.gone().id()));
    }
}
