package dev.portico.portal.realm.control;

import dev.portico.keycloak.RealmAccount;
import dev.portico.portal.account.control.AccountStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether an account that the realm has already may become somebody's here. */
@ApplicationScoped
public class RealmAdoption {
    @Inject
    AccountStore accounts;

    /**
     * It was made for that person, or for nobody whom the portal knows, and whoever has its password has shown that the
     * address is theirs.
     *
     * @param subject the portal's key of whoever has the address of the account
     */
    public boolean allows(String subject, RealmAccount found) {
        var made = found.attribute(RealmPerson.KEY);
        return made.equals(subject)
                || (found.emailVerified()
                        && accounts.ofRealm(found.subject()).isEmpty()
                        && accounts.find(made).isEmpty());
    }
}
