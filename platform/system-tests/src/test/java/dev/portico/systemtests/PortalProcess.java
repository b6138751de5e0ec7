package dev.portico.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the JDK's own tool says of a portal's memory. */
public record PortalProcess(long pid) {
    private static final String LOADER = "dev.portico.plugin.host.PluginClasses";

    /** Class loaders of plugins that anything still needs: a collection of all garbage comes first. */
    public long pluginLoaders() {
        return number("\\s(\\d+)\\s+\\d+\\s+" + Pattern.quote(LOADER) + "(?:\\s.*)?", "GC.class_histogram");
    }

    /** Bytes of classes' descriptions in use. */
    public long metaspace() {
        return number("sun\\.gc\\.metaspace\\.used=(\\d+)", "PerfCounter.print");
    }

    private long number(String line, String command) {
        var text = run(command);
        var found = Pattern.compile(line).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(line + " is not in what " + command + " says:\n" + text);
        }
        return Long.parseLong(found.group(1));
    }

    private String run(String command) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), command))
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
