package dev.portico.portal.administration.boundary;

import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.job.entity.JobState;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a plugin's page that shows what is done for it in the background (F1, J3). */
@Named
@RequestScoped
public class PluginWorkView {
    @Inject
    PluginWork work;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentRoute route;

    @Inject
    HttpServletRequest request;

    @Inject
    Links links;

    @Inject
    Notices notices;

    private List<FeedRow> feeds = List.of();
    private List<JobRow> jobs = List.of();
    private boolean fetches;
    private long stale;

    /** How it stands with something, as a badge. */
    public record Standing(String tone, String icon, String label) {
        private static final Standing NEW = new Standing("tone-neutral", "status-open", "plugin.work.new");
        private static final Standing WELL = new Standing("tone-ok", "check-circle", "plugin.work.well");

        private static Standing of(Optional<String> problem, boolean begun) {
            return problem.map(label -> new Standing("tone-critical", "warning", label))
                    .orElse(begun ? WELL : NEW);
        }
    }

    /**
     * @param detail in English
     * @param nextAt null where it is due
     */
    public record FeedRow(
            String id,
            String address,
            Standing standing,
            String detail,
            @Nullable Instant lastTakenAt,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt) {}

    /**
     * @param detail in English
     * @param nextAt null where it is due
     */
    public record JobRow(
            String id,
            Standing standing,
            String detail,
            @Nullable Instant lastAt,
            @Nullable Instant nextAt) {}

    @PostConstruct
    void load() {
        fetches = work.find(route.id()).filter(PluginWorkView::fetches).isPresent();
        var states = fetches ? work.feeds(route.id()) : List.<FeedState>of();
        feeds = states.stream().map(PluginWorkView::row).toList();
        stale = states.stream().filter(feed -> feed.problem().isPresent()).count();
        jobs = work.jobs(route.id()).stream().map(PluginWorkView::row).toList();
    }

    private static boolean fetches(EnabledPlugin plugin) {
        return plugin.manifest().capabilities().contains(Capability.OUTGOING_HOSTS);
    }

    private static FeedRow row(FeedState feed) {
        return new FeedRow(
                feed.id(),
                feed.address(),
                Standing.of(
                        feed.problem().map(PluginWorkView::label), feed.lastAt().isPresent()),
                feed.detail(),
                feed.lastTakenAt().orElse(null),
                feed.lastAt().orElse(null),
                ahead(feed.nextAt()));
    }

    private static String label(FeedProblem problem) {
        return switch (problem) {
            case NOT_ALLOWED -> "plugin.work.problem.not-allowed";
            case UNREACHABLE -> "plugin.work.problem.unreachable";
            case REFUSED -> "plugin.work.problem.refused";
            case TOO_LARGE -> "plugin.work.problem.too-large";
            case NOT_TAKEN -> "plugin.work.problem.not-taken";
            case PLUGIN -> "plugin.work.problem.plugin";
        };
    }

    private static JobRow row(JobState job) {
        return new JobRow(
                job.id(),
                Standing.of(
                        job.problem().map(problem -> "plugin.work.problem.plugin"),
                        job.lastAt().isPresent()),
                job.problem().orElse(""),
                job.lastAt().orElse(null),
                ahead(job.nextAt()));
    }

    private static @Nullable Instant ahead(Instant at) {
        return at.isAfter(Instant.now()) ? at : null;
    }

    /** Before the page is written: does what the button that was pressed says, if one was. */
    public void act() throws IOException {
        var job = request.getParameter("run");
        if (!FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        if (request.getParameter("fetch") != null) {
            work.fetchNow(route.id());
            done("plugin.feeds.hurried", Map.of());
        } else if (job != null) {
            work.runNow(route.id(), job);
            done("plugin.jobs.hurried", Map.of("job", job));
        }
    }

    private void done(String message, Map<String, Object> args) throws IOException {
        notices.success(message, args);
        var page = links.staffPlugin(tenants.require().id(), route.id());
        FacesContext.getCurrentInstance().getExternalContext().redirect(page);
    }

    /** Whether the plugin may have anything fetched. */
    public boolean fetches() {
        return fetches;
    }

    public List<FeedRow> feeds() {
        return feeds;
    }

    /** How many feeds are not what they should be. */
    public long stale() {
        return stale;
    }

    public List<JobRow> jobs() {
        return jobs;
    }
}
