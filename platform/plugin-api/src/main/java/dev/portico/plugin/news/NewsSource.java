package dev.portico.plugin.news;

import dev.portico.plugin.TenantView;
import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Has news. Write what is to be told into a table of the plugin's own, in the transaction of the change that it tells of;
 * the portal comes for it after each call that may have changed something, and every few seconds.
 */
public interface NewsSource extends ExtensionPoint {
    /** What there is to subscribe to, in the order in which it is shown. */
    List<Topic> topics(TenantView tenant);

    /** What has not been taken yet, the oldest first; at most 100. */
    List<News> pending(TenantView tenant);

    /**
     * The portal has these for good and will tell them: they are not to be {@link #pending} any more. News that comes
     * again nevertheless is told no second time.
     *
     * @return how many were pending
     */
    int taken(TenantView tenant, Set<String> ids);
}
