package dev.portico.plugin.host.scan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which members of which classes of the JDK give which power. The first that fits counts. */
final class Powers {
    private static final List<Rule> RULES = List.of(
            rule(Power.PROCESSES, "java\\.lang\\.(ProcessBuilder|ProcessHandle)(\\$.*)?", ".*"),
            rule(Power.PROCESSES, "java\\.lang\\.Runtime", "exec"),
            rule(Power.EXIT, "java\\.lang\\.(System|Runtime)", "exit|halt|addShutdownHook"),
            rule(Power.NATIVE_CODE, "java\\.lang\\.(System|Runtime)", "load|loadLibrary"),
            rule(Power.NATIVE_CODE, ".*", ClassCalls.NATIVE),
            rule(Power.NATIVE_CODE, "java\\.lang\\.foreign\\..*|com\\.sun\\.jna\\..*", ".*"),
            rule(Power.UNSAFE, "sun\\..*|jdk\\.internal\\..*|java\\.lang\\.instrument\\..*", ".*"),
            rule(Power.CLASS_LOADING, "java\\.lang\\.ClassLoader|java\\.net\\.URLClassLoader|.*\\.ModuleLayer", ".*"),
            rule(Power.CLASS_LOADING, "java\\.util\\.ServiceLoader|javax\\.script\\..*|javax\\.tools\\..*", ".*"),
            rule(Power.CLASS_LOADING, "java\\.lang\\.(Class|Thread|Module)", "[gs]et(Context)?ClassLoader"),
            rule(Power.CLASS_LOADING, "java\\.lang\\.invoke\\.MethodHandles\\$Lookup", "define.*"),
            rule(
                    Power.REFLECTION,
                    "java\\.lang\\.Class",
                    "forName|newInstance|get(Declared)?(Method|Field|Constructor)s?"),
            rule(Power.REFLECTION, "java\\.lang\\.reflect\\..*|java\\.lang\\.invoke\\..*|java\\.beans\\..*", ".*"),
            rule(Power.REFLECTION, "java\\.io\\.ObjectInputStream", ".*"),
            rule(Power.NETWORK, "java\\.net\\.URL", "open.*|getContent"),
            rule(Power.NETWORK, "java\\.net\\.(?!(URI|URISyntaxException|URLEncoder|URLDecoder|URL)$).*", ".*"),
            rule(Power.NETWORK, "javax\\.net\\..*|javax\\.naming\\..*|java\\.rmi\\..*|com\\.sun\\.net\\..*", ".*"),
            rule(Power.NETWORK, "java\\.nio\\.channels\\..*(Socket|Datagram).*", ".*"),
            rule(Power.FILES, "java\\.io\\.(File|File(InputStream|OutputStream|Reader|Writer)|RandomAccessFile)", ".*"),
            rule(Power.FILES, "java\\.nio\\.file\\.(Files|FileSystems?)|java\\.nio\\.channels\\..*FileChannel", ".*"),
            rule(Power.FILES, "java\\.util\\.(zip\\.ZipFile|jar\\.JarFile)|java\\.util\\.logging\\.FileHandler", ".*"),
            rule(
                    Power.THREADS,
                    "java\\.lang\\.(Thread|Thread\\$.*)",
                    "(?!(currentThread|getName|getId|interrupted|isInterrupted)$).*"),
            rule(Power.THREADS, "java\\.util\\.(Timer|concurrent\\.(Executors|.*Executor|ForkJoinPool))", ".*"),
            rule(Power.THREADS, "java\\.util\\.concurrent\\.CompletableFuture", ".*Async"),
            rule(Power.THREADS, "java\\.util\\..*", "parallel|parallelStream"),
            rule(Power.ENVIRONMENT, "java\\.lang\\.System", "getenv|(get|set|clear)Propert(y|ies)|set(In|Out|Err)"),
            rule(Power.ENVIRONMENT, "java\\.util\\.(Locale|TimeZone)", "setDefault"));

    private record Rule(Power power, Pattern type, Pattern member) {}

    private Powers() {}

    private static Rule rule(Power power, String type, String member) {
        return new Rule(power, Pattern.compile(type), Pattern.compile(member));
    }

    static Optional<Power> of(String type, String member) {
        return RULES.stream()
                .filter(rule -> rule.type().matcher(type).matches()
                        && rule.member().matcher(member).matches())
                .map(Rule::power)
                .findFirst();
    }
}
