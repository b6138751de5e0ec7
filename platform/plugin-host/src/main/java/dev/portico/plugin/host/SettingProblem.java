package dev.portico.plugin.host;

/**
 * What is wrong with a value of a setting.
 *
 * @param place from the setting's id on: {@code products[1].labels.es}
 * @param value what is wrong, quoted and safe to show; empty where the kind says it all
 * @param limit what is exceeded; 0 where nothing is
 */
public record SettingProblem(String place, Kind kind, String value, int limit) {
    public enum Kind {
        NOT_READABLE("no proper JSON object"),
        UNKNOWN("unknown member"),
        MISSING("missing"),
        NOT_TEXT("must be text"),
        EMPTY("must not be empty"),
        TOO_LONG("longer than {limit} characters"),
        NOT_A_NUMBER("must be a whole number"),
        TOO_LARGE("too large a number"),
        NOT_A_FLAG("must be true or false"),
        NOT_AN_ADDRESS("{value} is no http or https address"),
        NOT_AN_EMAIL("{value} is no e-mail address"),
        NOT_A_LIST("must be a list"),
        TOO_MANY("more than {limit} items"),
        NOT_AN_OBJECT("must be an object"),
        UNKNOWN_LANGUAGE("unknown language {value}"),
        NOT_AN_ID("{value} must be lower-case letters, digits and dashes"),
        DUPLICATE("{value} is there more than once"),
        NO_LABEL("no English label");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** In plain words, without the place. */
    String what() {
        return kind.sentence.replace("{value}", value).replace("{limit}", String.valueOf(limit));
    }

    @Override
    public String toString() {
        return place + ": " + what();
    }
}
