package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.release.boundary.Deployments;
import dev.portico.portal.release.boundary.PluginOverview;
import dev.portico.portal.release.boundary.PluginStatus;
import dev.portico.portal.release.boundary.Releases;
import dev.portico.portal.release.boundary.Uploads;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import dev.portico.portal.release.entity.PluginRelease;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plugin as the platform has it: what was decided, what each node says, its releases, and the way back and out (J1). */
@Named
@RequestScoped
public class PluginReleasesPage {
    @Inject
    PluginOverview overview;

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    Deployments deployments;

    @Inject
    PluginBadges badges;

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
    private PluginStatus plugin;

    private String name = "";
    private List<ReleaseRow> rows = List.of();

    /**
     * @param origin whose word it has
     * @param shipped whether it is in the catalogue only, so that it has to be taken in first
     * @param href of the page with what it would change; empty where it was not taken in
     */
    public record ReleaseRow(
            String version,
            String digest,
            String origin,
            @Nullable Instant addedAt,
            String addedBy,
            String role,
            boolean shipped,
            String href) {}

    /** @param version of what runs there */
    public record NodeRow(String node, Badge badge, String version, Instant seenAt) {}

    @PostConstruct
    void load() {
        plugin = overview.get().find(route.id()).orElseThrow(PortalException::notFound);
        name = plugin.content()
                .map(content -> new PluginTexts(content, reader.get())
                        .text(content.manifest().name()))
                .orElse(plugin.id());
        var all = new ArrayList<ReleaseRow>();
        var kept = releases.of(plugin.id());
        kept.forEach(release -> all.add(row(release)));
        plugin.content()
                .filter(running -> kept.isEmpty() && plugin.wanted().equals(Optional.of(running.sha256())))
                .ifPresent(running -> all.add(row(running)));
        plugin.offers().stream()
                .filter(offer ->
                        kept.stream().noneMatch(release -> release.digest().equals(offer.sha256())))
                .forEach(offer -> all.add(row(offer)));
        rows = List.copyOf(all);
    }

    private ReleaseRow row(PluginRelease release) {
        var warrant = release.warrant();
        var origin = texts.text(
                reader.get(),
                ReleaseWords.origin(warrant.origin()),
                Map.of("publisher", warrant.publisher().orElse("")));
        return new ReleaseRow(
                release.version(),
                release.digest(),
                origin,
                release.addedAt(),
                release.addedBy(),
                role(release.digest()),
                false,
                links.staffPluginRelease(plugin.id(), release.digest()));
    }

    private ReleaseRow row(PluginPackage shipped) {
        return new ReleaseRow(
                shipped.manifest().version(),
                shipped.sha256(),
                texts.text(reader.get(), "release.origin.bundled"),
                null,
                "",
                role(shipped.sha256()),
                !plugin.wanted().equals(Optional.of(shipped.sha256())),
                "");
    }

    private String role(String digest) {
        var wanted = plugin.wanted().filter(digest::equals).isPresent();
        var previous = plugin.deployment()
                .flatMap(PluginDeployment::previous)
                .filter(digest::equals)
                .isPresent();
        var failed = plugin.deployment()
                .flatMap(deployment -> deployment.takenBack().digest())
                .filter(digest::equals)
                .isPresent();
        return wanted
                ? texts.text(reader.get(), "release.role.wanted")
                : previous
                        ? texts.text(reader.get(), "release.role.previous")
                        : failed ? texts.text(reader.get(), "release.role.failed") : "";
    }

    public void rollBack() throws IOException {
        decide(() -> deployments.rollBack(plugin.id()), "release.rolled-back");
    }

    public void remove() throws IOException {
        var purge = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("data", "keep")
                .equals("purge");
        decide(() -> deployments.remove(plugin.id(), purge), "release.removed");
    }

    /** Takes a jar of the catalogue in, and leads to what it would change. */
    public void take() throws IOException {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        var digest = context.getRequestParameterMap().get("take");
        if (FacesContext.getCurrentInstance().isPostback() && digest != null) {
            uploads.takeShipped(digest);
            context.redirect(links.staffPluginRelease(plugin.id(), digest));
        }
    }

    private void decide(Runnable decision, String done) throws IOException {
        try {
            decision.run();
            notices.success(done, Map.of("plugin", name));
            FacesContext.getCurrentInstance().getExternalContext().redirect(route.path());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public List<FormProblems.Problem> formProblems() {
        return problems.list(Map.of());
    }

    public PluginStatus plugin() {
        return plugin;
    }

    public String name() {
        return name;
    }

    public String version() {
        return plugin.content().map(content -> content.manifest().version()).orElse("");
    }

    public Badge badge() {
        return badges.of(plugin.state());
    }

    /** Why it is not as it should be. */
    public List<String> problems() {
        return plugin.problems().stream()
                .map(problem -> problem.text(reader.get().ui()))
                .toList();
    }

    /** When a release was taken back by itself, of which {@link #problems} tell. */
    public @Nullable Instant takenBackAt() {
        return plugin.deployment()
                .flatMap(deployment -> deployment.takenBack().at())
                .orElse(null);
    }

    public @Nullable Instant probationUntil() {
        return plugin.deployment().flatMap(PluginDeployment::probationUntil).orElse(null);
    }

    public @Nullable Instant purgeAt() {
        return plugin.deployment().flatMap(PluginDeployment::purgeAt).orElse(null);
    }

    public boolean removable() {
        return plugin.wanted().isPresent();
    }

    /** Whether it has tables of its own. */
    public boolean exportable() {
        return plugin.content()
                .filter(content -> !content.migrations().isEmpty())
                .isPresent();
    }

    /** Whether the page is to look again soon. */
    public boolean moving() {
        return plugin.state() == PluginStatus.State.CHANGING || plugin.onProbation();
    }

    public long nodesThere() {
        return plugin.nodes().stream()
                .filter(node -> node.digest().equals(plugin.wanted()))
                .count();
    }

    /** Where the script asks whether it still is as this page shows it. */
    public String progressAddress() {
        return links.staffPluginProgress(plugin.id()) + "?shown=" + stage();
    }

    /** How far the plugin is on its way; another one has to be shown. */
    String stage() {
        var wanted = plugin.wanted().map(digest -> digest.substring(0, 12)).orElse("none");
        return plugin.state() + "-" + wanted + "-" + plugin.onProbation();
    }

    public List<NodeRow> nodes() {
        return plugin.nodes().stream().map(this::row).toList();
    }

    private NodeRow row(PluginNode node) {
        return new NodeRow(node.node(), badges.of(node.state()), node.version().orElse(""), node.seenAt());
    }

    public List<ReleaseRow> rows() {
        return rows;
    }
}
