package dev.portico.portal.plugin.control;

import dev.portico.i18n.Languages;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.text.Text.Message;
import dev.portico.plugin.text.Text.Written;
import dev.portico.portal.language.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plugin's own words, and what its code says, for one reader. */
public final class PluginTexts {
    private final Messages messages;
    private final Reader reader;

    public PluginTexts(PluginPackage plugin, Reader reader) {
        this(new Messages(List.copyOf(plugin.messages().values())), reader);
    }

    /** @param messages with the tenant's own words before the plugin's */
    public PluginTexts(Messages messages, Reader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    public String text(String key) {
        return messages.text(reader.ui(), reader.formats(), key, Map.of());
    }

    public String text(Text text) {
        if (text instanceof Written written) {
            return written.text(reader.ui());
        }
        var message = (Message) text;
        var arguments = new HashMap<String, Object>();
        message.arguments().forEach((name, value) -> arguments.put(name, argument(value)));
        return messages.text(reader.ui(), reader.formats(), message.key(), arguments);
    }

    /** An object of a plugin's class would run the plugin's code here, out of the guard's reach. */
    private Object argument(Object value) {
        if (value instanceof Text inner) {
            return text(inner);
        }
        if (value.getClass().getClassLoader() != null) {
            throw new IllegalArgumentException(
                    "An argument is a " + value.getClass().getName());
        }
        return value;
    }

    /** The language that a text is in, where it is another than the reader's. */
    public Optional<Locale> foreign(Text text) {
        return text instanceof Written written
                        && !written.language().getLanguage().isEmpty()
                        && !Languages.sameLanguage(written.language(), reader.ui())
                        && written.text(reader.ui()).equals(written.text())
                ? Optional.of(written.language())
                : Optional.empty();
    }
}
