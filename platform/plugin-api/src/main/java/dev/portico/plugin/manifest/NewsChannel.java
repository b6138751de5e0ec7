package dev.portico.plugin.manifest;

/**
 * That people can subscribe to news of the plugin, see {@link dev.portico.plugin.news.NewsSource}.
 *
 * @param label message key: what it is that they subscribe to, “Maintenance”
 * @param description message key: what they will be told
 */
public record NewsChannel(String label, String description) {}
