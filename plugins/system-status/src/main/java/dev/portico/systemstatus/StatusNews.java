package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.news.News;
import dev.portico.plugin.news.NewsSource;
import dev.portico.plugin.news.Topic;
import dev.portico.systemstatus.store.NewsStore;
import dev.portico.systemstatus.web.NewsTexts;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** Tells what has changed, to those who follow a component or region. */
@Extension
public class StatusNews implements NewsSource {
    private static final int MOST = 100;

    @Override
    public List<Topic> topics(TenantView tenant) {
        return NewsTexts.topics(tenant);
    }

    @Override
    public List<News> pending(TenantView tenant) {
        return NewsTexts.pending(tenant, MOST);
    }

    @Override
    public int taken(TenantView tenant, Set<String> ids) {
        return tenant.tables().transact(statements -> new NewsStore(statements).taken(ids));
    }
}
