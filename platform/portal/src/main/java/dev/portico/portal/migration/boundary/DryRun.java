package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.migration.control.DepartureStore.Volume;
import java.util.List;

/**
 * What a migration would find, read without changing anything.
 *
 * @param people requesters of the tickets
 * @param known of them, those who have an account with their address in the other tenant
 * @param nameless of them, those without an address: their tickets stay
 * @param strangers names of organizations whose id is another organization's in the other tenant: their tickets arrive
 *     without an organization
 * @param missingFiles files whose bytes are not there: their tickets stay
 * @param left fields that the other desk does not have; what is in them is told in the ticket's history
 * @param empty fields that the other desk asks for and that stay empty
 */
public record DryRun(
        Volume volume,
        long people,
        long known,
        long nameless,
        List<String> strangers,
        long missingFiles,
        List<Field> left,
        List<Field> empty) {}
