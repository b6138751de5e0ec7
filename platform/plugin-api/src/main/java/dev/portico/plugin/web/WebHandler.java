package dev.portico.plugin.web;

import dev.portico.plugin.TenantView;
import org.pf4j.ExtensionPoint;

/**
 * Answers the routes that the plugin's manifest declares. Whoever asks may: the portal has seen to the route's access.
 * When it fails or is too slow, the visitor is told that the page is not available now.
 */
public interface WebHandler extends ExtensionPoint {
    Answer answer(TenantView tenant, WebRequest request);
}
