package dev.portico.i18n;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.Normalizer2;

/**
 * Reduces text to what search compares by: without case, accents, compatibility forms and surplus white space, so that
 * "  PRODUCCIÓN\tCaída" equals "produccion caida". "ñ" becomes "n", as people without that key write it. Fold both
 * sides. The result has no control characters or lone surrogates, so any database takes it.
 */
public final class TextFolding {

    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private TextFolding() {}

    public static String fold(String text) {
        var bare = new StringBuilder(text.length());
        NFKD.normalize(text).codePoints().forEach(character -> append(bare, character));
        // Case folding is lower-casing for caseless comparison: it also makes "ß" "ss" and final sigma sigma.
        return UCharacter.foldCase(NFKC.normalize(bare), true).strip();
    }

    private static void append(StringBuilder bare, int character) {
        if (isBlank(character)) {
            if (!bare.isEmpty() && bare.charAt(bare.length() - 1) != ' ') {
                bare.append(' ');
            }
        } else if (isKept(character)) {
            bare.appendCodePoint(character);
        }
    }

    private static boolean isBlank(int character) {
        return UCharacter.isUWhiteSpace(character) || UCharacter.getType(character) == ECharacterCategory.CONTROL;
    }

    /** Not accents, soft hyphens, zero-width marks, halves of characters. */
    private static boolean isKept(int character) {
        var type = UCharacter.getType(character);
        return type != ECharacterCategory.NON_SPACING_MARK
                && type != ECharacterCategory.FORMAT
                && type != ECharacterCategory.SURROGATE;
    }
}
