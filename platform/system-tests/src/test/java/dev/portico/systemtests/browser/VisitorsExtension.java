package dev.portico.systemtests.browser;

import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Browsers;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands {@link Visitors} to tests; after each test they leave, and what went wrong in their browsers fails it. */
public final class VisitorsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(VisitorsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browsers = context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .getOrComputeIfAbsent(Browsers.class, type -> new Browsers(), Browsers.class);
        var visitors = new Visitors(browsers.browser(), PortalStackExtension.of(context));
        context.getStore(OURS).put(Visitors.class, visitors);
        return visitors;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitors.photograph(Path.of("target", "journeys"), name(context));
            visitors.leave();
        } else {
            visitors.leaveInPeace();
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestMethod().getName() + "-"
                + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
    }
}
