package dev.portico.image;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the run's one {@link Stage} to tests; the first that asks opens it, the end of the run closes it. */
final class StageExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(StageExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ALL).getOrComputeIfAbsent(Stage.class, type -> Stage.open(), Stage.class);
    }
}
