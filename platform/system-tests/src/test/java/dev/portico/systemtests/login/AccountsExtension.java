package dev.portico.systemtests.login;

import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands {@link Accounts} to tests and removes after each what it made. */
public final class AccountsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(AccountsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Accounts.class;
    }

    @Override
    public Accounts resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var stack = PortalStackExtension.of(context);
        var accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword());
        context.getStore(OURS).put(Accounts.class, accounts);
        return accounts;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var accounts = context.getStore(OURS).remove(Accounts.class, Accounts.class);
        if (accounts != null) {
            accounts.close();
        }
    }
}
