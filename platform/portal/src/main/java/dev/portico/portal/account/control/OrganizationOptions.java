package dev.portico.portal.account.control;

import java.util.List;
import java.util.Optional;

/**
 * What one organization has on the lists of one plugin, in the order to show. Whatever another organization has is not
 * on it, so that it is refused as what does not exist.
 */
public record OrganizationOptions(List<Option> all) {
    public static final OrganizationOptions NONE = new OrganizationOptions(List.of());

    public OrganizationOptions {
        all = List.copyOf(all);
    }

    /** @param parent id on the parent of its list */
    public record Option(String list, String id, Optional<String> parent, String label) {}

    public List<Option> of(String list) {
        return all.stream().filter(option -> option.list().equals(list)).toList();
    }

    /** Those on a list that belong to an entry of its parent. */
    public List<Option> of(String list, String parent) {
        return of(list).stream()
                .filter(option -> option.parent().filter(parent::equals).isPresent())
                .toList();
    }

    /** Its id where the organization no longer has it. */
    public String label(String list, String id) {
        return of(list).stream()
                .filter(option -> option.id().equals(id))
                .map(Option::label)
                .findFirst()
                .orElse(id);
    }
}
