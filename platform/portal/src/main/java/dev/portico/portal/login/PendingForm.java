package dev.portico.portal.login;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed into a form that could not be taken, to be offered again.
 *
 * @param path of the page, without its query
 * @param account subject of the person who typed, as the seal in the form's hidden field {@code account} says
 * @param values by the name of the field in the form
 */
public record PendingForm(String realm, String path, String account, Map<String, List<String>> values)
        implements Serializable {
    static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_VALUES = 500;
    private static final String ACCOUNT = "account";
    /** What may not lie about. */
    private static final String SECRET = "secret-";
    /** What is no entry of a person's. */
    private static final Pattern NOT_KEPT = Pattern.compile(
            "(jakarta\\.faces|javax\\.faces|primefaces)\\..*|.*_(SUBMIT|activeIndex|collapsed|scrollState)");

    /**
     * Nothing where the form does not prove whose it is, or where it is too large to keep.
     *
     * @param seals what the form's proof is checked with, before anything else is looked at
     */
    static Optional<PendingForm> of(String realm, String path, Map<String, String[]> parameters, FormSeal seals) {
        return Stream.of(parameters.getOrDefault(ACCOUNT, new String[0]))
                .findFirst()
                .flatMap(seal -> seals.subject(realm, seal))
                .flatMap(account -> of(realm, path, account, parameters));
    }

    private static Optional<PendingForm> of(
            String realm, String path, String account, Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            if (name.startsWith(SECRET)) {
                if (Stream.of(parameter.getValue()).anyMatch(text -> !text.isEmpty())) {
                    values.put(name, List.of());
                }
            } else if (!NOT_KEPT.matcher(name).matches() && !name.equals(ACCOUNT)) {
                values.put(name, List.of(parameter.getValue()));
            }
        }
        var form = new PendingForm(realm, path, account, Map.copyOf(values));
        return Optional.of(form).filter(PendingForm::isSmall);
    }

    private boolean isSmall() {
        return characters() <= MOST_CHARACTERS
                && values.values().stream().mapToLong(List::size).sum() <= MOST_VALUES;
    }

    /** How much is kept. */
    long characters() {
        return values.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length()
                        + entry.getValue().stream().mapToLong(String::length).sum())
                .sum();
    }

    /** The value of a field, by its id, whatever form it stood in. */
    public Optional<String> value(String field) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(field) || entry.getKey().endsWith(":" + field))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    /** Whether something was entered there that is not kept. */
    public boolean lacks(String field) {
        return List.of().equals(values.get(field));
    }
}
