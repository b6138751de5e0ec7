package dev.portico.plugin.feed;

import dev.portico.plugin.TenantView;
import java.util.List;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/** Says which documents a tenant needs, and takes them. One fetch of a feed at a time, over all nodes of the portal. */
public interface FeedReader extends ExtensionPoint {
    /** Those of the tenant's settings; asked before each round of fetches. */
    List<Feed> feeds(TenantView tenant);

    /**
     * Takes what came of a fetch. The same document may come twice: after an interruption, after other settings or another
     * release of the plugin, and whenever the other system does not know of conditional requests.
     *
     * @return why the document is of no use, in English for the administrator: it is then fetched again later, and
     *     whole, as one that failed, and {@link FeedResult.Missed} is <em>not</em> told in addition; it is where this has
     *     thrown, or was too slow. Empty where it was taken
     */
    Optional<String> take(TenantView tenant, FeedResult result);
}
