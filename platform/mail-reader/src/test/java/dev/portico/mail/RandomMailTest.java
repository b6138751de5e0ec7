package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Published messages with bytes changed, cut out, doubled and put together, the same each time. */
class RandomMailTest {

    private static final int MUTATIONS = 12;

    @Test
    void readsEachMutation() {
        var seeds = new ArrayList<>(PublishedMessages.ofMime4j().values());
        seeds.addAll(PublishedMessages.ofTika().values());
        seeds.add(winmail());
        assertThat(seeds.size()).isGreaterThan(100);
        var random = new Random(20251103);
        for (var seed : seeds) {
            for (var i = 0; i < MUTATIONS; i++) {
                var raw = mutated(seed, seeds, random);
                var mail = Mails.readInTime(raw);
                assertClean(mail);
            }
        }
    }

    private static byte[] winmail() {
        var header = Mails.bytes("Content-Type: application/ms-tnef\n\n");
        var tnef = PublishedMessages.winmail();
        var raw = Arrays.copyOf(header, header.length + tnef.length);
        System.arraycopy(tnef, 0, raw, header.length, tnef.length);
        return raw;
    }

    private static byte[] mutated(byte[] seed, List<byte[]> seeds, Random random) {
        var raw = seed.clone();
        switch (random.nextInt(4)) {
            case 0 -> raw = Arrays.copyOf(raw, random.nextInt(raw.length + 1));
            case 1 -> raw = joined(raw, random.nextInt(raw.length + 1), seeds.get(random.nextInt(seeds.size())));
            case 2 -> raw = joined(raw, random.nextInt(raw.length + 1), seed);
            default -> {}
        }
        for (var i = random.nextInt(60); i > 0 && raw.length > 0; i--) {
            raw[random.nextInt(Math.min(raw.length, 3_000))] = (byte) random.nextInt(256);
        }
        return raw;
    }

    private static byte[] joined(byte[] start, int length, byte[] end) {
        var both = Arrays.copyOf(start, length + end.length);
        System.arraycopy(end, 0, both, length, end.length);
        return both;
    }

    /** What a database and a page may rely on. */
    private static void assertClean(ReadMail mail) {
        var lines = new ArrayList<String>();
        lines.add(mail.subject());
        mail.messageId().ifPresent(lines::add);
        lines.addAll(mail.references());
        mail.files()
                .forEach(file -> lines.add(
                        file.name() + file.mediaType() + file.contentId().orElse("")));
        mail.from().ifPresent(from -> lines.add(from.address() + from.name()));
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]"));
        assertThat(mail.body().text() + mail.body().said() + mail.body().html().orElse(""))
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
        assertThat(mail.files()).allSatisfy(file -> {
            assertThat(file.name()).isNotBlank().doesNotContain("/", "\\");
            assertThat(file.content().size()).isGreaterThanOrEqualTo(0);
        });
    }
}
