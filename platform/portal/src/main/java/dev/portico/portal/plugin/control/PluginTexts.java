package dev.portico.portal.plugin.control;

import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.language.Reader;
import java.util.List;
import java.util.Map;

/** A plugin's own words for one reader. */
public final class PluginTexts {
    private final Messages messages;
    private final Reader reader;

    public PluginTexts(PluginPackage plugin, Reader reader) {
        messages = new Messages(List.copyOf(plugin.messages().values()));
        this.reader = reader;
    }

    public String text(String key) {
        return messages.text(reader.ui(), reader.formats(), key, Map.of());
    }
}
