package dev.portico.portal.audit.boundary;

import dev.portico.portal.audit.control.AuditKey;
import dev.portico.portal.audit.entity.AuditEntry;
import dev.portico.portal.tenant.entity.Tenant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The entries of several tenants as one list, newest first. Each tenant is read portion by portion behind its own wall,
 * and no further than the list is.
 */
final class MergedTrail implements Iterator<MergedTrail.Found> {
    /** An entry with its tenant. */
    record Found(Tenant tenant, AuditEntry entry) {}

    /** Reads one tenant. */
    interface Portions {
        /** @return at most {@code most} */
        List<AuditEntry> read(Tenant tenant, Optional<AuditKey> after, int most);
    }

    private final Portions portions;
    private final int size;
    private final PriorityQueue<Source> sources = new PriorityQueue<>(Comparator.comparing(Source::key));

    /** @param size of a portion */
    MergedTrail(List<Tenant> tenants, Optional<AuditKey> after, int size, Portions portions) {
        this.portions = portions;
        this.size = size;
        tenants.forEach(tenant -> add(tenant, after));
    }

    private void add(Tenant tenant, Optional<AuditKey> after) {
        var portion = portions.read(tenant, after, size);
        if (!portion.isEmpty()) {
            sources.add(new Source(tenant, portion, 0));
        }
    }

    @Override
    public boolean hasNext() {
        return !sources.isEmpty();
    }

    @Override
    public Found next() {
        var first = sources.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        if (first.position() + 1 < first.portion().size()) {
            sources.add(new Source(first.tenant(), first.portion(), first.position() + 1));
        } else if (first.portion().size() == size) {
            add(first.tenant(), Optional.of(first.key()));
        }
        return new Found(first.tenant(), first.entry());
    }

    private record Source(Tenant tenant, List<AuditEntry> portion, int position) {
        AuditEntry entry() {
            return portion.get(position);
        }

        AuditKey key() {
            return AuditKey.of(entry());
        }
    }
}
