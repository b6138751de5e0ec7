package dev.portico.launcher;

import dev.portico.launcher.process.LaunchException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/** Starts the stack for a person at a terminal and stops it on Ctrl-C. */
public final class Main {
    private static final int INTERRUPTED = 130;

    private final Console console = Console.terminal();
    private volatile Optional<Stack> stack = Optional.empty();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        new Main().run();
    }

    private void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        stopOnCtrlC();
        try {
            var settings = SettingsSource.around(Path.of("")).demo(System.getProperties());
            console.welcome(Stack.start(settings, console, started -> stack = Optional.of(started)));
        } catch (LaunchException e) {
            console.failed(e);
            System.exit(1);
        }
        stopped.await();
    }

    /** The second Ctrl-C does not wait for anything any more. */
    private void stopOnCtrlC() {
        var presses = new AtomicInteger();
        Signal.handle(new Signal("INT"), signal -> {
            if (presses.getAndIncrement() == 0) {
                new Thread(() -> System.exit(INTERRUPTED), "exit").start();
            } else {
                stack.ifPresent(Stack::kill);
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        });
    }

    private void stop() {
        stack.ifPresent(Stack::close);
        stopped.countDown();
    }
}
