package dev.portico.launcher.process;

import org.jspecify.annotations.Nullable;

/** A start that cannot go on, with a plain sentence that says what is wrong and what to do. */
public final class LaunchException extends RuntimeException {
    private LaunchException(String message) {
        super(message);
    }

    private LaunchException(String message, Throwable cause) {
        super(message, cause);
    }

    public static LaunchException of(String key, @Nullable Object... arguments) {
        return new LaunchException(Texts.get(key, arguments));
    }

    public static LaunchException because(Throwable cause, String key, @Nullable Object... arguments) {
        return new LaunchException(Texts.get(key, arguments), cause);
    }
}
