package dev.portico.i18n;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.util.ULocale;

/**
 * Names that people cannot tell apart, as Unicode's security mechanisms (UTS 39) say it: "paypal" and "paypa1", Latin "A"
 * and Greek "Α".
 */
public final class LookAlikes {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS | SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final SpoofChecker SKELETON =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private LookAlikes() {}

    /**
     * What all names have in common that look alike, whatever their case: two look alike where either of the two is the
     * same. A letter may look like another one in capitals alone, or in small letters alone.
     */
    public record Keys(String capitals, String small) {}

    /** Both are empty where the name has no letter and no digit. */
    public static Keys keys(String name) {
        var folded = TextFolding.fold(name);
        return new Keys(skeleton(UCharacter.toUpperCase(ULocale.ROOT, folded)), skeleton(folded));
    }

    private static String skeleton(String name) {
        var bare = new StringBuilder();
        // Capital I, small L and one are the same stroke.
        TextFolding.fold(SKELETON.getSkeleton(name))
                .replace('i', 'l')
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Whether the name mixes scripts or digits of several, or has characters that nobody sees. */
    public static boolean suspicious(String name) {
        return CHECKER.failsChecks(name)
                || name.codePoints()
                        .anyMatch(character ->
                                UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
    }
}
