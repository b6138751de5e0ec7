package dev.portico.portal.subscription.control;

/**
 * There is news of a known issue: fired once for each, in a transaction of the tenant that marks it as passed on. Who
 * tells people of it does so in that transaction ({@code IN_PROGRESS}, the default): if that fails, it is fired again.
 *
 * @param issueId of the plugin's
 */
public record IssueNews(String tenantId, String pluginId, String issueId, StoredNews news) {}
