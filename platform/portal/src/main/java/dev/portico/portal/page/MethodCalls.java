package dev.portico.portal.page;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the pages' methods, found once for each class. The standard resolver lists all methods of the class anew at
 * each call, which was a sixth of the processor time of a list.
 *
 * <p>It answers only where there is nothing to choose or to convert: one public method of that name and number of
 * parameters, and arguments that are what it takes. All else is left to the standard resolver.
 */
public class MethodCalls extends ELResolver {
    // Goes with the class: nothing here outlives the class loader of what a page shows.
    private static final ClassValue<Map<Signature, Optional<Call>>> CALLS = new ClassValue<>() {
        @Override
        protected Map<Signature, Optional<Call>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private record Signature(String name, int parameters) {}

    private record Call(Method method, List<Class<?>> takes) {
        static Call of(Method method) {
            return new Call(
                    method,
                    MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                            .wrap()
                            .parameterList());
        }

        boolean takes(Object[] arguments) {
            for (var i = 0; i < arguments.length; i++) {
                if (!takes.get(i).isInstance(arguments[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object name,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base == null || types != null) {
            return null;
        }
        var given = arguments == null ? new Object[0] : arguments;
        var call = find(base.getClass(), name.toString(), given.length);
        if (call.isEmpty() || !call.get().takes(given)) {
            return null;
        }
        try {
            var result = call.get().method().invoke(base, given);
            context.setPropertyResolved(base, name);
            return result;
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static Optional<Call> find(Class<?> type, String name, int parameters) {
        var signature = new Signature(name, parameters);
        var calls = CALLS.get(type);
        var known = calls.get(signature);
        return known != null ? known : calls.computeIfAbsent(signature, wanted -> only(type, wanted));
    }

    private static Optional<Call> only(Class<?> type, Signature signature) {
        var found = Stream.of(type.getMethods())
                .filter(method -> isMeant(method, signature) && !method.isBridge())
                .toList();
        return found.size() == 1 && !found.get(0).isVarArgs()
                ? open(type, signature).map(Call::of)
                : Optional.empty();
    }

    private static boolean isMeant(Method method, Signature signature) {
        return method.getName().equals(signature.name())
                && method.getParameterCount() == signature.parameters()
                && !Modifier.isStatic(method.getModifiers());
    }

    /** As a public class or interface declares it: lists, for one, are of classes that nobody else may touch. */
    private static Optional<Method> open(Class<?> type, Signature signature) {
        if (Modifier.isPublic(type.getModifiers())) {
            return Stream.of(type.getMethods())
                    .filter(method -> isMeant(method, signature) && !method.isBridge())
                    .filter(method ->
                            Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                    .findFirst();
        }
        var above = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return above.flatMap(each -> open(each, signature).stream()).findFirst();
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
