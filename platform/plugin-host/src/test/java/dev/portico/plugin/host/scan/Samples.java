package dev.portico.plugin.host.scan;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes that are never run: the test reads what they call. */
@SuppressWarnings({"unused", "restriction"})
final class Samples {
    private Samples() {}

    static final class Processes {
        Object go() throws IOException {
            return new ProcessBuilder("x").start();
        }
    }

    static final class Exit {
        void go() {
            System.exit(1);
        }
    }

    static final class Native {
        native void go();
    }

    static final class Library {
        void go() {
            System.loadLibrary("x");
        }
    }

    abstract static class Loader extends ClassLoader {}

    static final class Reflection {
        Object go() throws ReflectiveOperationException {
            return Class.forName("x").getDeclaredConstructor().newInstance();
        }
    }

    static final class Http {
        Object go() {
            return HttpClient.newHttpClient();
        }
    }

    static final class Stream {
        Object go(URL url) throws IOException {
            return url.openStream();
        }
    }

    static final class FileReference {
        Function<String, File> go() {
            return File::new;
        }
    }

    static final class FileCalls {
        void go() throws IOException {
            Files.delete(Path.of("a"));
            Files.delete(Path.of("b"));
            Files.delete(Path.of("c"));
        }
    }

    static final class Pool {
        Object go() {
            return Executors.newCachedThreadPool();
        }
    }

    static final class Worker extends Thread {}

    static final class Parallel {
        Object go() {
            return List.of(1).parallelStream();
        }
    }

    static final class Environment {
        Supplier<String> go() {
            return () -> System.getenv("SECRET");
        }
    }

    /** What honest plugins are made of: records, lambdas, enums, switches, text, addresses that are only values. */
    record Innocent(String text, URI address) {
        enum Kind {
            ONE,
            OTHER
        }

        String go(Kind kind) {
            Supplier<String> words = () -> text + Thread.currentThread().getName();
            return switch (kind) {
                case ONE -> words.get();
                case OTHER ->
                    address.getHost()
                            + kind
                            + List.of(1).stream().mapToInt(Integer::intValue).sum();
            };
        }
    }
}
