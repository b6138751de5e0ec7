package dev.portico.mail;

import java.util.List;
import java.util.Set;

/** What ends a mail without saying anything: the part under "-- ", and what phones write. */
final class Signature {

    private static final int MOST_LINES = 20;
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 14;

    private static final List<String> STARTS = List.of(
            "sent from ",
            "sent via ",
            "sent with ",
            "sent using ",
            "get outlook for ",
            "get the outlook app",
            "enviado desde ",
            "enviado con ",
            "enviado por ",
            "enviado mediante ",
            "enviado a traves ",
            "obtener outlook ",
            "obten outlook ",
            "consigue outlook ",
            "descargar outlook ");

    private static final Set<String> PROGRAMS = Set.of(
            "iphone",
            "ipad",
            "ipod",
            "android",
            "outlook",
            "windows",
            "mail",
            "correo",
            "yahoo",
            "gmail",
            "samsung",
            "galaxy",
            "huawei",
            "xiaomi",
            "redmi",
            "motorola",
            "nokia",
            "pixel",
            "oneplus",
            "blackberry",
            "phone",
            "mobile",
            "smartphone",
            "tablet",
            "telefono",
            "movil",
            "celular",
            "dispositivo",
            "device",
            "proton",
            "protonmail",
            "thunderbird",
            "k-9",
            "fairemail",
            "aquamail",
            "spark",
            "bluemail",
            "mailspring",
            "webmail");

    private Signature() {}

    /** Where it begins before the end, or the end where there is none. */
    static int start(Lines lines, int end) {
        return withoutPhone(lines, delimiter(lines, end));
    }

    /** Whether the line is the delimiter: two dashes with a space, which not every program keeps. */
    static boolean isDelimiter(Lines lines, int index) {
        var line = lines.line(index);
        return line.equals("-- ")
                || line.stripTrailing().equals("--")
                || line.length() == 1 && line.charAt(0) == Marks.SIGNATURE;
    }

    /** What a phone or a mail program writes of itself. */
    static boolean isPhone(String folded) {
        if (folded.length() > LONGEST || STARTS.stream().noneMatch(folded::startsWith)) {
            return false;
        }
        var words = List.of(folded.split("[^\\p{L}\\p{N}-]+"));
        return words.size() <= MOST_WORDS && words.stream().anyMatch(PROGRAMS::contains);
    }

    private static int delimiter(Lines lines, int end) {
        for (var i = Math.max(0, end - MOST_LINES); i < end; i++) {
            if (isDelimiter(lines, i)) {
                return i;
            }
        }
        return end;
    }

    private static int withoutPhone(Lines lines, int end) {
        var last = end;
        while (last > 0 && (lines.isBlank(last - 1) || isPhone(lines.folded(last - 1)))) {
            last--;
        }
        return last;
    }
}
