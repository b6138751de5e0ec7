package dev.portico.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands this process' one {@link PortalStack} to tests; the first that asks starts it, the end of all stops it. */
public final class PortalStackExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(PortalStackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PortalStack.class;
    }

    @Override
    public PortalStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    public static PortalStack of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ALL)
                .getOrComputeIfAbsent(PortalStack.class, type -> PortalStack.open(), PortalStack.class);
    }
}
