package dev.portico.portal.page;

import java.util.Optional;

/** What a feature adds to the menu of an administrator's pages of a tenant, which know no feature. */
public interface StaffMenu {
    /** An entry in the reader's words. */
    record Entry(String label, String href) {}

    /** Nothing where there is no need for it. */
    Optional<Entry> entry();
}
