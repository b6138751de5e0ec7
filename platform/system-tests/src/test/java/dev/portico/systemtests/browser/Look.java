package dev.portico.systemtests.browser;

import java.util.stream.Stream;

/** How a visitor sees the portal. {@code width} is the window's, in CSS pixels. */
public record Look(Language language, int width) {
    public static final int DESKTOP = 1280;
    public static final int PHONE = 360;

    /** Both languages on a desktop and on a phone. */
    public static Stream<Look> all() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(DESKTOP, PHONE).map(width -> new Look(language, width)));
    }

    /** Both languages on a desktop. */
    public static Stream<Look> desktop() {
        return Stream.of(Language.values()).map(language -> new Look(language, DESKTOP));
    }

    /** Each language and each width once; Spanish, whose words are longer, on the phone. */
    public static Stream<Look> crossed() {
        return Stream.of(new Look(Language.ENGLISH, DESKTOP), new Look(Language.SPANISH, PHONE));
    }

    /** The same in a window of the other width. */
    public Look otherWidth() {
        return new Look(language, width == PHONE ? DESKTOP : PHONE);
    }

    int height() {
        return width == PHONE ? 740 : 900;
    }

    @Override
    public String toString() {
        return language.tag() + " " + width;
    }
}
