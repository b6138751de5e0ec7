package dev.portico.plugin.host.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.plugin.host.scan.CodeScan.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;

class CodeScanTest {
    private static final int MAJOR_VERSION_AT = 7;

    @TempDir
    private Path folder;

    static Stream<Arguments> uses() {
        return Stream.of(
                Arguments.of(Samples.Processes.class, Power.PROCESSES, "java.lang.ProcessBuilder.<init>"),
                Arguments.of(Samples.Exit.class, Power.EXIT, "java.lang.System.exit"),
                Arguments.of(Samples.Native.class, Power.NATIVE_CODE, Samples.Native.class.getName() + ".<native>"),
                Arguments.of(Samples.Library.class, Power.NATIVE_CODE, "java.lang.System.loadLibrary"),
                Arguments.of(Samples.Loader.class, Power.CLASS_LOADING, "java.lang.ClassLoader.<extends>"),
                Arguments.of(Samples.Reflection.class, Power.REFLECTION, "java.lang.Class.forName"),
                Arguments.of(Samples.Http.class, Power.NETWORK, "java.net.http.HttpClient.newHttpClient"),
                Arguments.of(Samples.Stream.class, Power.NETWORK, "java.net.URL.openStream"),
                Arguments.of(Samples.FileReference.class, Power.FILES, "java.io.File.<init>"),
                Arguments.of(Samples.Pool.class, Power.THREADS, "java.util.concurrent.Executors.newCachedThreadPool"),
                Arguments.of(Samples.Worker.class, Power.THREADS, "java.lang.Thread.<extends>"),
                Arguments.of(Samples.Parallel.class, Power.THREADS, "java.util.List.parallelStream"),
                Arguments.of(Samples.Environment.class, Power.ENVIRONMENT, "java.lang.System.getenv"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("uses")
    void tellsWhatAClassUsesAndWhere(Class<?> type, Power power, String callee) throws IOException {
        var scan = scan(type);

        assertThat(scan.uses()).containsOnlyKeys(power);
        assertThat(scan.uses().get(power).examples().get(0)).satisfies(place -> {
            assertThat(place.callee()).isEqualTo(callee);
            assertThat(place.caller()).startsWith(type.getName());
        });
    }

    @Test
    void unsafeIsTold() throws IOException {
        var scan = CodeScan.of(jar(Map.of("Evil.class", callingUnsafe())));

        assertThat(scan.uses()).containsOnlyKeys(Power.UNSAFE);
    }

    @Test
    void countsAllAndGivesTwoExamples() throws IOException {
        var use = scan(Samples.FileCalls.class).uses().get(Power.FILES);

        assertThat(use.count()).isEqualTo(3);
        assertThat(use.examples())
                .containsExactly(
                        new Place(Samples.FileCalls.class.getName() + ".go", "java.nio.file.Files.delete"),
                        new Place(Samples.FileCalls.class.getName() + ".go", "java.nio.file.Files.delete"));
    }

    @Test
    void findsNothingInWhatPluginsAreMadeOf() throws IOException {
        var scan = scan(Samples.Innocent.class, Samples.Innocent.Kind.class);

        assertThat(scan).isEqualTo(new CodeScan(2, Map.of(), List.of()));
    }

    @Test
    void readsJava25AndNamesWhatItCannotRead() throws IOException {
        var newer = bytes(Samples.Exit.class);
        newer[MAJOR_VERSION_AT] = 69;
        var newest = bytes(Samples.Exit.class);
        newest[MAJOR_VERSION_AT] = (byte) 200;
        var cut = Arrays.copyOf(newer, newer.length / 2);

        var scan = CodeScan.of(jar(Map.of("Newer.class", newer, "Newest.class", newest, "Cut.class", cut)));

        assertThat(scan.classes()).isEqualTo(1);
        assertThat(scan.uses()).containsOnlyKeys(Power.EXIT);
        assertThat(scan.unreadable()).containsExactlyInAnyOrder("Newest.class", "Cut.class");
    }

    @Test
    void aDamagedClassNeverStopsIt() throws IOException {
        var whole = bytes(Samples.Innocent.class);
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= (byte) 0xFF;
            files.put("Damaged" + i + ".class", damaged);
        }

        var scan = CodeScan.of(jar(files));

        assertThat(scan.classes() + scan.unreadable().size()).isEqualTo(whole.length);
        assertThat(scan.unreadable()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Power.class)
    void everyPowerHasAName(Power power) {
        for (var language : Languages.SUPPORTED) {
            assertThat(power.text(language)).doesNotContain("⟦");
        }
    }

    private CodeScan scan(Class<?>... types) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var type : types) {
            files.put(type.getName().replace('.', '/') + ".class", bytes(type));
        }
        return CodeScan.of(jar(files));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        try (var in = type.getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] callingUnsafe() {
        var type = new ClassWriter(0);
        type.visit(61, 1, "Evil", null, "java/lang/Object", null);
        var method = type.visitMethod(9, "go", "()V", null, null);
        method.visitCode();
        method.visitMethodInsn(184, "sun/misc/Unsafe", "getUnsafe", "()Lsun/misc/Unsafe;", false);
        method.visitInsn(87);
        method.visitInsn(177);
        method.visitMaxs(1, 0);
        method.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private Path jar(Map<String, byte[]> files) throws IOException {
        var jar = Files.createTempFile(folder, "scan", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return jar;
    }
}
