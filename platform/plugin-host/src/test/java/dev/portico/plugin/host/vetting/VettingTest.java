package dev.portico.plugin.host.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of hostile jar, made here byte by byte, and what it is refused for. */
class VettingTest {
    private static final Limits SMALL = new Limits(1 << 20, 8 << 20, 4 << 20, 50, 100);
    private static final byte[] CLASS = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61};

    @Test
    void passesWhatTheJdkWrites() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(out, new Manifest())) {
            for (var name : List.of("META-INF/", "plug/", "plug/Policy.class", "plug/a\u00F1o.class")) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(CLASS, 0, name.endsWith("/") ? 0 : CLASS.length);
            }
        }

        assertThat(vet(out.toByteArray(), Limits.STANDARD)).isInstanceOf(Vetting.Passed.class);
    }

    @Test
    void passesAnEntryWhoseSizesFollowIt() {
        var jar = good().add("a.txt", bytes("abc"), item -> {
            item.flags |= 1 << 3;
            item.after = ByteBuffer.allocate(12)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) item.crc)
                    .putInt(3)
                    .putInt(3)
                    .array();
        });

        var vetting = vet(jar.bytes(), SMALL);
        assertThat(vetting).isInstanceOfSatisfying(Vetting.Passed.class, passed -> {
            assertThat(passed.content().toByteArray()).isEqualTo(jar.bytes());
            assertThat(passed.sha256()).matches("[0-9a-f]{64}");
        });
    }

    static Stream<Arguments> wholes() {
        var good = good().bytes();
        return Stream.of(
                hostile("no-zip", bytes("<html>no jar</html>")),
                hostile("no-zip", new byte[0]),
                hostile("no-zip", join(bytes("#!/bin/sh\n"), good)),
                hostile("truncated", Arrays.copyOf(good, good.length - 1)),
                hostile("truncated", Arrays.copyOf(good, good.length / 2)),
                hostile("truncated", bytes("PK\u0003\u0004")),
                hostile("trailing", join(good, bytes("more"))),
                hostile("trailing", good().comment("see also").bytes()),
                hostile("malformed", join(good, good)),
                hostile("malformed", good().countOffBy(1).bytes()),
                hostile("malformed", good().countOffBy(-1).bytes()),
                hostile("hidden good.txt", good().beforeDirectory("a stowaway").bytes()),
                hostile("too-large", new byte[(1 << 20) + 1]),
                hostile("too-many-entries", entries(51).bytes()),
                hostile(
                        "unpacks-too-large",
                        entries(4, 3 << 20, new Random(1)).bytes(),
                        new Limits(64 << 20, 8 << 20, 4 << 20, 50, 100)),
                hostile("too-dense", deflated(40, 1 << 20).bytes()));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("wholes")
    void refusesTheWhole(String problem, byte[] jar, Limits limits) {
        assertThat(problems(vet(jar, limits))).containsExactly(problem);
    }

    static Stream<Arguments> liars() {
        return Stream.of(
                lie("disagrees", item -> item.localName = bytes("liez")),
                lie("disagrees", item -> item.localSize = 1),
                lie("disagrees", item -> item.flags |= 1 << 3),
                lie("corrupt-entry", item -> {
                    item.size = 8;
                    item.localSize = 8;
                }),
                lie("corrupt-entry", item -> item.crc = 1),
                lie("corrupt-entry", item -> item.method = 8),
                lie("unreadable-entry", item -> item.method = 12),
                lie("unreadable-entry", item -> item.flags |= 1),
                lie("ambiguous-entry", item -> item.extra = new byte[] {1, 0, 0, 0}),
                lie("ambiguous-entry", item -> item.extra = new byte[] {0x75, 0x70, 1, 0, 1}),
                lie("special-file", item -> {
                    item.madeBy = 3;
                    item.mode = 0120777;
                }),
                lie("special-file", item -> {
                    item.madeBy = 3;
                    item.mode = 0020666;
                }));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("liars")
    void refusesAnEntryThatLies(String problem, Consumer<RawZip.Item> lie) {
        var jar = good().add("lies", bytes("content"), lie);

        assertThat(problems(vet(jar.bytes(), SMALL))).containsExactly(problem + " lies");
    }

    @Test
    void refusesEntriesThatShareBytes() {
        var jar = good().add("kernel", new byte[1000]);
        for (int i = 0; i < 3; i++) {
            jar.add("again" + i, new byte[1000], item -> item.offset = 0);
        }

        assertThat(problems(vet(jar.bytes(), SMALL))).contains("overlap again0", "overlap again1", "disagrees again2");
    }

    @Test
    void refusesAnEntryThatUnpacksToMoreThanItSays() {
        var lie = good().addDeflated("bomb", 3 << 20, item -> {
            item.size = 10;
            item.localSize = 10;
        });
        var truth = good().addDeflated("bomb", 3 << 20, item -> {});

        assertThat(problems(vet(lie.bytes(), SMALL))).containsExactly("too-dense bomb");
        assertThat(problems(vet(truth.bytes(), SMALL))).containsExactly("too-dense bomb");
    }

    @Test
    void stopsUnpackingWhereAnEntryIsTooLarge() {
        var jar = good().addDeflated("bomb", 100 << 20, item -> {});
        var permissive = new Limits(1 << 20, 200 << 20, 4 << 20, 50, 5000);

        assertThat(problems(vet(jar.bytes(), permissive))).containsExactly("entry-too-large bomb");
    }

    @Test
    void passesASmallTextThatPacksWell() {
        var jar = good().addDeflated("blank.txt", 500_000, item -> {});

        assertThat(vet(jar.bytes(), SMALL)).isInstanceOf(Vetting.Passed.class);
    }

    @Test
    void readsNoMoreOfAnUploadThanTheLimit() throws IOException {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 0;
            }
        };

        Vetting.of(endless, SMALL);

        assertThat(endless.read).isEqualTo(SMALL.bytes() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "a/..",
                "/etc/passwd",
                "//host/share",
                "a//b",
                "./a",
                "..\\evil.txt",
                "C:/evil.txt",
                "c:evil",
                "plug\\Policy.class"
            })
    void refusesANameThatEscapes(String name) {
        assertThat(problems(vet(good().add(name, bytes("x")).bytes(), SMALL))).contains("escapes " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000.class", "a\nb.class", "a\u202Egpj.class"})
    void refusesAnUnclearName(String name) {
        assertThat(problems(vet(good().add(name, CLASS).bytes(), SMALL)))
                .containsExactly("unclear-name " + name.replaceAll("\\p{C}", "?"));
    }

    @Test
    void refusesANameThatIsNotUtf8OrDoesNotSaySo() {
        var latin = good().add("x", bytes("x"), item -> {
            item.name = new byte[] {'a', (byte) 0xF1, 'o'};
            item.localName = item.name;
        });
        var unflagged = good().add("año", bytes("x"), item -> item.flags = 0);

        assertThat(problems(vet(latin.bytes(), SMALL))).containsExactly("unclear-name a\uFFFDo");
        assertThat(problems(vet(unflagged.bytes(), SMALL))).containsExactly("unclear-name año");
    }

    @ParameterizedTest
    @CsvSource({
        "plug/A.txt,plug/A.txt,duplicate",
        "plug,plug/,duplicate",
        "plug/I.txt,plug/i.txt,differs-by-case",
        "META-INF/portico/plugin.json,meta-inf/portico/PLUGIN.JSON,differs-by-case",
        "a\u00F1o,an\u0303o,differs-by-case"
    })
    void refusesNamesThatAreTheSameToSomebody(String one, String other, String problem) {
        assertThat(problems(vet(good().add(one, "").add(other, "").bytes(), SMALL)))
                .containsExactly(problem + " " + other);
    }

    @Test
    void refusesAFolderWithContent() {
        assertThat(problems(vet(good().add("plug/", bytes("x")).bytes(), SMALL)))
                .containsExactly("folder-content plug/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/portico/plugin/PluginApi.class",
                "dev/portico/plugin/host/Guard.class",
                "dev/portico/plugin/host/vetting/Vetting.class",
                "dev/portico/portal/tenant/Tenant.class",
                "dev/portico/i18n/Messages.class",
                "org/pf4j/Plugin.class",
                "org/slf4j/Logger.class",
                "org/jspecify/annotations/Nullable.class",
                "java/lang/String.class",
                "javax/sql/DataSource.class",
                "jdk/internal/misc/Unsafe.class",
                "sun/misc/Unsafe.class",
                "org/w3c/dom/Node.class",
                "jakarta/json/Json.class",
            })
    void refusesAClassThatShadows(String name) {
        assertThat(problems(vet(good().add(name, CLASS).bytes(), SMALL))).containsExactly("shadows " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/portico/plugins/Mine.class",
                "dev/portico/pluginary/Mine.class",
                "javax/annotation/Generated.class",
                "javalin/Javalin.class",
                "NoPackage.class"
            })
    void passesAClassThatOnlySoundsLikeOne(String name) {
        assertThat(vet(good().add(name, CLASS).bytes(), SMALL)).isInstanceOf(Vetting.Passed.class);
    }

    static Stream<Arguments> contents() {
        var elf = new byte[] {0x7F, 'E', 'L', 'F'};
        var windows = new byte[0x80];
        windows[0] = 'M';
        windows[1] = 'Z';
        windows[0x3C] = 0x40;
        windows[0x40] = 'P';
        windows[0x41] = 'E';
        return Stream.of(
                Arguments.of("versions", "META-INF/versions/21/plug/Policy.class", CLASS),
                Arguments.of("versions", "meta-inf/VERSIONS/9/a.txt", bytes("x")),
                Arguments.of("service", "META-INF/services/javax.xml.parsers.SAXParserFactory", bytes("plug.Mine")),
                Arguments.of("service", "META-INF/services/java.nio.file.spi.FileSystemProvider", bytes("plug.Mine")),
                Arguments.of("service", "META-INF/services/org.slf4j.spi.SLF4JServiceProvider", bytes("plug.Mine")),
                Arguments.of("service", "META-INF/services/jakarta.json.spi.JsonProvider", bytes("plug.Mine")),
                Arguments.of("class-path", "META-INF/INDEX.LIST", bytes("JarIndex-Version: 1.0\n")),
                Arguments.of(
                        "class-path",
                        "META-INF/MANIFEST.MF",
                        bytes("Manifest-Version: 1.0\r\nClass-Path: file:/tmp/evil.jar\r\n\r\n")),
                Arguments.of(
                        "malformed-manifest",
                        "META-INF/MANIFEST.MF",
                        bytes("Manifest-Version: 1.0\r\nno header\r\n\r\n")),
                Arguments.of("nested", "lib/library.jar", bytes("x")),
                Arguments.of("nested", "LIB/LIBRARY.JAR", bytes("x")),
                Arguments.of("nested", "data.bin", good().bytes()),
                Arguments.of("native", "lib/libevil.so", bytes("x")),
                Arguments.of("native", "lib/libevil.so.1.2", bytes("x")),
                Arguments.of("native", "evil.DLL", bytes("x")),
                Arguments.of("native", "innocent.txt", elf),
                Arguments.of("native", "innocent.css", windows),
                Arguments.of("native", "innocent.png", CLASS),
                Arguments.of("no-class", "plug/Policy.class", bytes("no class")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("contents")
    void refusesWhatAPluginMustNotBring(String problem, String name, byte[] content) {
        assertThat(problems(vet(good().add(name, content).bytes(), SMALL))).containsExactly(problem + " " + name);
    }

    @ParameterizedTest
    @CsvSource({"META-INF/services/plug.Own,plug.Mine", "MZ.txt,MZ is how some texts begin", "short.txt,x"})
    void passesWhatIsHarmless(String name, String content) {
        assertThat(vet(good().add(name, content).bytes(), SMALL)).isInstanceOf(Vetting.Passed.class);
    }

    /** As some versions of Maven wrote them. */
    @Test
    void passesAFolderWithTheModeOfAFile() {
        var jar = good().add("META-INF/maven/", new byte[0], item -> {
            item.madeBy = 3;
            item.mode = 0100644;
        });

        assertThat(vet(jar.bytes(), SMALL)).isInstanceOf(Vetting.Passed.class);
    }

    @Test
    void listsEveryProblemAtOnceAndNotWithoutEnd() {
        var jar = good().add("../a", bytes("x")).add("lib/x.jar", bytes("x")).add("java/lang/Evil.class", CLASS);
        var many = new RawZip();
        for (int i = 0; i < 300; i++) {
            many.add("lib/" + i + ".jar", "x");
        }

        assertThat(problems(vet(jar.bytes(), SMALL)))
                .containsExactly("escapes ../a", "nested lib/x.jar", "shadows java/lang/Evil.class");
        assertThat(problems(vet(many.bytes(), Limits.STANDARD))).hasSize(Vetting.MOST_PROBLEMS);
    }

    /**
     * Whatever a byte is changed to: a verdict, and never an exception. What passes is the same to readers that go by the
     * directory and to those that go from the front.
     */
    @Test
    void everyByteMayBeWrong(@TempDir Path folder) throws IOException {
        var jar = good().addDeflated("zeros", 100, item -> {}).bytes();
        var file = folder.resolve("damaged.jar");
        int passed = 0;
        for (int i = 0; i < jar.length; i++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                var damaged = jar.clone();
                damaged[i] = (byte) value;
                if (vet(damaged, SMALL) instanceof Vetting.Passed) {
                    passed++;
                    Files.write(file, damaged);
                    assertThat(byDirectory(file)).isEqualTo(fromTheFront(file));
                }
            }
        }
        assertThat(passed).isPositive();
    }

    private static Map<String, String> byDirectory(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            var files = new TreeMap<String, String>();
            for (var entry : Collections.list(jar.entries())) {
                files.put(
                        entry.getName(), new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        }
    }

    private static Map<String, String> fromTheFront(Path file) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(file))) {
            var files = new TreeMap<String, String>();
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        }
    }

    private static RawZip good() {
        return new RawZip().add("META-INF/", "").add("good.txt", "fine");
    }

    private static RawZip entries(int count) {
        return entries(count, 0, new Random(1));
    }

    private static RawZip entries(int count, int size, Random random) {
        var zip = new RawZip();
        for (int i = 0; i < count; i++) {
            var content = new byte[size];
            random.nextBytes(content);
            zip.add("e" + i, content);
        }
        return zip;
    }

    private static RawZip deflated(int count, int size) {
        var zip = new RawZip();
        for (int i = 0; i < count; i++) {
            zip.addDeflated("e" + i, size, item -> {});
        }
        return zip;
    }

    private static Arguments hostile(String problem, byte[] jar) {
        return hostile(problem, jar, SMALL);
    }

    private static Arguments hostile(String problem, byte[] jar, Limits limits) {
        return Arguments.of(problem, jar, limits);
    }

    private static Arguments lie(String problem, Consumer<RawZip.Item> lie) {
        return Arguments.of(problem, lie);
    }

    private static Vetting vet(byte[] jar, Limits limits) {
        try {
            return Vetting.of(new ByteArrayInputStream(jar), limits);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
    }

    private static List<String> problems(Vetting vetting) {
        assertThat(vetting).isInstanceOf(Vetting.Refused.class);
        return ((Vetting.Refused) vetting)
                .problems().stream()
                        .map(problem -> (problem.key().replace("plugin.problem.", "") + " " + problem.place()).strip())
                        .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] one, byte[] other) {
        var joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
