package dev.portico.launcher.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from the server's log how the deployment went, because a failed one leaves the server running and "ready". */
final class DeploymentLog {
    private static final Pattern FAILURE = Pattern.compile(
            "Exception while (loading|preparing) the app|Exception during lifecycle processing|Failed to deploy|Deployment failed|Error occurred during deployment"
                    + "|was not deployed|Exception while invoking class .* (load|prepare|start) method");
    private static final Pattern CAUSE = Pattern.compile(
            "^(Caused by: .*|.*(Error occurred during deployment|Exception while loading the app)[^:]*: .*)");
    private static final String READY = "ready in";

    private final String text;

    DeploymentLog(String text) {
        this.text = text;
    }

    boolean saysReady() {
        return text.contains(READY);
    }

    /** The innermost cause, if the deployment failed. */
    Optional<String> failure() {
        if (!FAILURE.matcher(text).find()) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        var cause = lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()));
        return cause.or(() -> lines.stream()
                .filter(line ->
                        FAILURE.matcher(line).find() || CAUSE.matcher(line).find())
                .findFirst());
    }
}
