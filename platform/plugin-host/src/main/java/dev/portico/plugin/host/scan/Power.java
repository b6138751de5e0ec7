package dev.portico.plugin.host.scan;

import dev.portico.plugin.host.HostTexts;
import java.util.Locale;
import java.util.Map;

/** What code can do outside the plugin API that an administrator may want to know. */
public enum Power {
    PROCESSES("plugin.power.processes"),
    EXIT("plugin.power.exit"),
    NATIVE_CODE("plugin.power.native-code"),
    UNSAFE("plugin.power.unsafe"),
    CLASS_LOADING("plugin.power.class-loading"),
    REFLECTION("plugin.power.reflection"),
    NETWORK("plugin.power.network"),
    FILES("plugin.power.files"),
    THREADS("plugin.power.threads"),
    ENVIRONMENT("plugin.power.environment");

    private final String key;

    Power(String key) {
        this.key = key;
    }

    /** "Opens network connections". */
    public String text(Locale language) {
        return HostTexts.text(language, key, Map.of());
    }
}
