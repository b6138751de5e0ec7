package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Scale;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.TenantDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form that creates a ticket, in the reader's words.
 *
 * @param help guidance in paragraphs
 * @param helpItems guidance in a list
 * @param groups choices by the choice in another field that they belong to
 * @param dependsOn id of that field; empty where there is none
 */
public record FieldView(
        String id,
        Field.Kind kind,
        String label,
        boolean required,
        int maxLength,
        List<String> help,
        List<String> helpItems,
        List<Choice> choices,
        List<Group> groups,
        String dependsOn) {
    private static final String ITEM = "- ";

    /**
     * @param description empty where the label says it all
     * @param badge of a level of the scale
     */
    public record Choice(String value, String label, String description, Badge badge) {}

    /** @param parent value in the other field */
    public record Group(String parent, String label, List<Choice> choices) {}

    static FieldView of(TenantDesk desk, OrganizationOptions organization, Field field, Reader reader) {
        var help = field.help()
                .map(key -> desk.text(reader, key))
                .orElse("")
                .lines()
                .map(String::strip)
                .toList();
        return new FieldView(
                field.id(),
                field.kind(),
                desk.text(reader, field.label()),
                field.required(),
                field.maxLength(),
                help.stream()
                        .filter(line -> !line.isEmpty() && !line.startsWith(ITEM))
                        .toList(),
                help.stream()
                        .filter(line -> line.startsWith(ITEM))
                        .map(line -> line.substring(ITEM.length()))
                        .toList(),
                choices(desk, organization, field, reader),
                groups(desk, organization, field),
                field.dependsOn().orElse(""));
    }

    private static List<Choice> choices(TenantDesk desk, OrganizationOptions organization, Field field, Reader reader) {
        return switch (field.kind()) {
            case SCALE ->
                desk.scale().levels().stream()
                        .map(level -> level(desk, level, reader))
                        .toList();
            case PRODUCT, CHOICE, SUGGESTION ->
                field.organizationList()
                        .map(list -> field.dependsOn().isPresent() ? List.<Choice>of() : choices(organization.of(list)))
                        .orElseGet(() -> desk.options(field).stream()
                                .map(option -> choice(option.id(), option.label(reader.ui())))
                                .toList());
            default -> List.of();
        };
    }

    private static List<Group> groups(TenantDesk desk, OrganizationOptions organization, Field field) {
        var list = field.organizationList().orElse("");
        return desk.type().fields().stream()
                .filter(other -> field.dependsOn().filter(other.id()::equals).isPresent())
                .flatMap(other -> other.organizationList().stream())
                .flatMap(parents -> organization.of(parents).stream())
                .map(parent -> new Group(parent.id(), parent.label(), choices(organization.of(list, parent.id()))))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private static List<Choice> choices(List<OrganizationOptions.Option> options) {
        return options.stream()
                .map(option -> choice(option.id(), option.label()))
                .toList();
    }

    private static Choice choice(String value, String label) {
        return new Choice(value, label, "", new Badge(label, "", ""));
    }

    private static Choice level(TenantDesk desk, Scale.Level level, Reader reader) {
        var badge = Badge.severity(desk, reader, level.id());
        return new Choice(level.id(), badge.label(), desk.text(reader, level.description()), badge);
    }

    public boolean guided() {
        return !help.isEmpty() || !helpItems.isEmpty();
    }

    /** Whether it is of that {@link Field.Kind}. */
    public boolean is(String name) {
        return kind.name().equals(name);
    }

    public boolean line() {
        return kind == Field.Kind.SUBJECT || kind == Field.Kind.TEXT || suggests();
    }

    /** Whether the choices are only proposed. */
    public boolean suggests() {
        return kind == Field.Kind.SUGGESTION;
    }

    /** Id of the element with the suggestions. */
    public @Nullable String suggestions() {
        return suggests() ? id + "-suggestions" : null;
    }

    public boolean paragraphs() {
        return kind == Field.Kind.DESCRIPTION || kind == Field.Kind.LONG_TEXT;
    }

    /** Whether it is a menu that has nothing to offer, and is not asked for. */
    public boolean pointless() {
        return menu() && choices.isEmpty() && groups.isEmpty();
    }

    public boolean menu() {
        return kind == Field.Kind.PRODUCT || kind == Field.Kind.CHOICE;
    }
}
