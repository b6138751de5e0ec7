package dev.portico.systemtests;

import dev.portico.launcher.ProgressListener;
import java.time.Duration;
import java.util.logging.Logger;

/** Says in the build's log what the start took. */
final class StackProgress implements ProgressListener {
    private static final Logger LOG = Logger.getLogger(StackProgress.class.getName());

    @Override
    public void finished(String step, Duration took) {
        LOG.info(() -> step + ": " + took.toMillis() + " ms");
    }

    @Override
    public void warned(String warning) {
        LOG.warning(warning);
    }
}
