package dev.portico.portal.plugin.boundary;

/**
 * A way to get help, in the reader's words.
 *
 * @param icon name in the icon sprite
 * @param href empty where there is nothing to follow
 * @param action what following it does, or the address or number itself; empty without {@code href}
 * @param external whether it leads to another site
 */
public record HelpCard(String icon, String label, String text, String href, String action, boolean external) {
    public boolean linked() {
        return !href.isEmpty();
    }

    /** Whether the action says something that the label does not: an address or a number. */
    public boolean readable() {
        return href.startsWith("mailto:") || href.startsWith("tel:");
    }
}
