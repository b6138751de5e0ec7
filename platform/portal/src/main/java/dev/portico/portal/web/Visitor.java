package dev.portico.portal.web;

import dev.portico.portal.account.entity.Account.Preferences;
import java.util.Locale;
import java.util.Optional;

/** Whoever looks at the current page, as far as addresses and languages are concerned. */
public interface Visitor {
    boolean known();

    /** @throws dev.portico.portal.failure.PortalException forbidden, for whom a page of that access would not open */
    void require(Access access);

    /** What the account prefers; nothing where nobody is logged in. */
    Optional<Preferences> profile();

    /** Remembers the language for good. */
    void prefer(Locale language);
}
