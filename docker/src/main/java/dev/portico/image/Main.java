package dev.portico.image;

import dev.portico.launcher.ProgressListener;
import dev.portico.launcher.SettingsSource;
import dev.portico.launcher.Stack;
import java.nio.file.Path;

/** Makes {@code docker/target/root}, which the image consists of, and the realms that its Keycloak begins with. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var source = SettingsSource.around(Path.of(""));
        var module = source.project().resolve("docker");
        var target = module.resolve("target");
        var settings = source.test(target.resolve("training-stack"));
        var root = RootFolder.assemble(target.resolve("root"), settings, module.resolve("src/main/root"));
        RealmTemplates.write(target.resolve("realms"));
        try (var stack = Stack.startWithoutPortal(settings, ProgressListener.SILENT, started -> {})) {
            Training.run(root, stack, target.resolve("training"));
        }
    }
}
