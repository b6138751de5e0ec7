package dev.portico.portal.plugin.control;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Word;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Option;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.table.Tables;
import dev.portico.portal.language.Reader;
import java.util.List;
import java.util.Map;

/** A desk as one tenant uses it: what the plugin declares, the tenant's settings, the words, and the plugin's tables. */
public record TenantDesk(String tenantId, Desk desk, Settings settings, Messages messages, Tables tables) {
    /** Of a plugin without tables of its own. */
    public TenantDesk(String tenantId, Desk desk, Settings settings, Messages messages) {
        this(tenantId, desk, settings, messages, Tables.NONE);
    }

    public TicketType type() {
        return desk.type();
    }

    public Scale scale() {
        return desk.scale();
    }

    public Workflow workflow() {
        return desk.workflow();
    }

    public TenantView view() {
        return new TenantView(tenantId, settings, tables);
    }

    public String text(Reader reader, String key, Map<String, ?> args) {
        return messages.text(reader.ui(), reader.formats(), key, args);
    }

    public String text(Reader reader, String key) {
        return text(reader, key, Map.of());
    }

    public String word(Reader reader, Word word, Map<String, ?> args) {
        return text(reader, type().word(word), args);
    }

    public String word(Reader reader, Word word) {
        return word(reader, word, Map.of());
    }

    /** Label of a status; its id where a later version of the plugin no longer declares it. */
    public String statusLabel(Reader reader, String status) {
        return workflow()
                .status(status)
                .map(found -> text(reader, found.label()))
                .orElse(status);
    }

    public String severityLabel(Reader reader, String severity) {
        return scale().level(severity).map(found -> text(reader, found.label())).orElse(severity);
    }

    /** What a menu field offers in this tenant. */
    public List<Option> options(Field field) {
        return field.options().map(settings::options).orElse(List.of());
    }

    public String optionLabel(Reader reader, Field field, String value) {
        return options(field).stream()
                .filter(option -> option.id().equals(value))
                .map(option -> option.label(reader.ui()))
                .findFirst()
                .orElse(value);
    }

    /** Label of a product that a ticket names; its id where the tenant no longer offers it. */
    public String productLabel(Reader reader, String product) {
        return type().field(Field.Kind.PRODUCT)
                .map(field -> optionLabel(reader, field, product))
                .orElse(product);
    }
}
