package dev.portico.portal.login;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form that could not be taken, to be offered again.
 *
 * @param path of the page, without its query
 * @param account subject of the person who typed, as the form's hidden field {@code account} says
 * @param values by the name of the field in the form
 */
public record PendingForm(String realm, String path, String account, Map<String, List<String>> values)
        implements Serializable {
    static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_VALUES = 500;
    private static final String ACCOUNT = "account";
    private static final Pattern MACHINERY = Pattern.compile(
            "(jakarta\\.faces|javax\\.faces|primefaces)\\..*|.*_(SUBMIT|activeIndex|collapsed|scrollState)");

    /** Nothing where the form does not say whose it is, or where it is too large to keep. */
    static Optional<PendingForm> of(String realm, String path, Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        long size = 0;
        for (var parameter : parameters.entrySet()) {
            if (!MACHINERY.matcher(parameter.getKey()).matches()) {
                var texts = List.of(parameter.getValue());
                values.put(parameter.getKey(), texts);
                size += parameter.getKey().length()
                        + texts.stream().mapToLong(String::length).sum();
            }
        }
        if (size > MOST_CHARACTERS || values.size() > MOST_VALUES) {
            return Optional.empty();
        }
        return new PendingForm(realm, path, "", values)
                .value(ACCOUNT)
                .filter(account -> !account.isBlank())
                .map(account -> new PendingForm(realm, path, account, Map.copyOf(values)));
    }

    /** The value of a field, by its id, whatever form it stood in. */
    public Optional<String> value(String field) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(field) || entry.getKey().endsWith(":" + field))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }
}
