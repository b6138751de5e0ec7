package dev.portico.plugin.host;

import java.util.Optional;

/** What came of a call into a plugin. */
public sealed interface Outcome<R> {
    record Answered<R>(R answer) implements Outcome<R> {}

    /** The plugin is not running, or has nothing for this extension point. */
    record NotOffered<R>() implements Outcome<R> {}

    /** @param why in plain words, for the log and the administrator */
    record Failed<R>(String why) implements Outcome<R> {}

    /**
     * It has failed too often for this tenant of late, so it was not called.
     *
     * @param why the last failure, in plain words
     */
    record PutAside<R>(String why) implements Outcome<R> {}

    default Optional<R> toOptional() {
        return this instanceof Answered<R> answered ? Optional.of(answered.answer()) : Optional.empty();
    }

    default R orElse(R fallback) {
        return toOptional().orElse(fallback);
    }
}
