package dev.portico.portal.administration.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.release.boundary.PluginStatus;
import dev.portico.portal.release.entity.PluginNode;
import dev.portico.portal.ticket.boundary.Badge;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The states of plugins, and of nodes on their way to them, as the pages show them. */
@RequestScoped
public class PluginBadges {
    @Inject
    Texts texts;

    @Inject
    CurrentReader reader;

    Badge of(PluginStatus.State state) {
        return switch (state) {
            case RUNNING -> badge("plugin.state.running", "tone-ok", "check");
            case CHANGING -> badge("plugin.state.changing", "tone-info", "status-progress");
            case FAILED -> badge("plugin.state.failed", "tone-critical", "warning");
            case REMOVED -> badge("plugin.state.removed", "tone-neutral", "status-closed");
            case AVAILABLE -> badge("plugin.state.available", "tone-neutral", "status-open");
        };
    }

    Badge of(PluginNode.State state) {
        return switch (state) {
            case RUNNING -> of(PluginStatus.State.RUNNING);
            case STARTING -> of(PluginStatus.State.CHANGING);
            case FAILED -> of(PluginStatus.State.FAILED);
        };
    }

    private Badge badge(String key, String tone, String icon) {
        return new Badge(texts.text(reader.get(), key), tone, icon);
    }
}
