package dev.portico.portal.issue.boundary;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a known issue of one of the tenant's plugins, as forms, programs and tickets have it: {@code plugin/issue}. */
public record IssueReference(String pluginId, String issueId) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,40})/([\\x21-\\x7E]{1,100})");

    /** Nothing where it can be none. */
    public static Optional<IssueReference> parse(String text) {
        var found = FORM.matcher(text);
        return found.matches() ? Optional.of(new IssueReference(found.group(1), found.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return pluginId + "/" + issueId;
    }
}
