package dev.portico.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What git says of the project: the commit, with {@code -dirty} where files differ from it. */
final class Commit {
    private Commit() {}

    /** Nothing without git or outside a clone. */
    static Optional<String> of(Path folder) {
        try {
            var git = new ProcessBuilder(List.of("git", "describe", "--always", "--dirty", "--abbrev=12"))
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
