package dev.portico.portal.issue.boundary;

import dev.portico.i18n.Languages;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.issue.KnownIssueSource;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.PluginActed;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The known issues of the current tenant. Every page asks, so what the plugins have said is kept for a short while; one
 * request asks them anew while the others go on with what was known.
 */
@ApplicationScoped
public class KnownIssues {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 50;

    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    @Inject
    PluginCalls calls;

    @Inject
    CurrentReader reader;

    @Inject
    Addresses addresses;

    private final Map<String, Board> boards = new ConcurrentHashMap<>();

    /** What is wrong now, the most serious first of each plugin. */
    public List<IssueView> current() {
        var plugins = desks.enabled();
        var board = boards.computeIfAbsent(tenants.require().id(), tenant -> new Board(FRESH));
        var known = board.read(earlier -> ask(plugins, earlier));
        return plugins.stream()
                .flatMap(plugin -> known.getOrDefault(plugin.manifest().id(), List.of()).stream()
                        .map(issue -> view(plugin, issue)))
                .toList();
    }

    /** One of them, over or not; empty where no plugin knows it, or the one that does has no answer now. */
    public Optional<IssueView> find(IssueReference reference) {
        var zone = tenants.require().zone();
        return desks.enabled().stream()
                .filter(plugin -> plugin.manifest().id().equals(reference.pluginId()))
                .findFirst()
                .flatMap(plugin -> calls.to(plugin)
                        .call(KnownIssueSource.class, (source, view) -> source.find(view, reference.issueId())
                                .map(issue -> sound(plugin, zone, issue)))
                        .orElse(Optional.empty())
                        .map(issue -> view(plugin, issue)));
    }

    void forget(@Observes PluginActed acted) {
        Optional.ofNullable(boards.get(acted.tenantId())).ifPresent(Board::age);
    }

    /** @param earlier what a plugin has said before is kept while it has no answer */
    private Map<String, List<KnownIssue>> ask(List<EnabledPlugin> plugins, Map<String, List<KnownIssue>> earlier) {
        var known = new ConcurrentHashMap<String, List<KnownIssue>>();
        var zone = tenants.require().zone();
        for (var plugin : plugins) {
            var id = plugin.manifest().id();
            var outcome = calls.to(plugin).call(KnownIssueSource.class, (source, view) -> source.current(view).stream()
                    .limit(MOST)
                    .map(issue -> sound(plugin, zone, issue))
                    .toList());
            if (outcome instanceof Answered<List<KnownIssue>> answered) {
                known.put(id, answered.answer());
            } else if (!(outcome instanceof NotOffered)) {
                known.put(id, new ArrayList<>(earlier.getOrDefault(id, List.of())));
            }
        }
        return known;
    }

    /**
     * Called in the plugin's turn, in a thread that knows no request, so that what cannot be shown is the plugin's failure and not that of a page.
     *
     * @throws RuntimeException if a part is missing, or cannot be said in each language
     */
    private static KnownIssue sound(EnabledPlugin plugin, ZoneId zone, KnownIssue issue) {
        var reference = new IssueReference(plugin.manifest().id(), issue.id()).toString();
        if (IssueReference.parse(reference).isEmpty()) {
            throw new IllegalArgumentException("An issue's id is no id");
        }
        for (var language : Languages.SUPPORTED) {
            IssueView.of(reference, issue, plugin.texts(new Reader(language, language, zone)), "");
        }
        Objects.requireNonNull(issue.since());
        Objects.requireNonNull(issue.link());
        return issue;
    }

    private IssueView view(EnabledPlugin plugin, KnownIssue issue) {
        var reference = new IssueReference(plugin.manifest().id(), issue.id());
        return IssueView.of(reference.toString(), issue, plugin.texts(reader.get()), addresses.href(issue.link()));
    }
}
