package dev.portico.portal.extension.boundary;

import dev.portico.portal.page.FormProblems;
import java.util.List;

/**
 * A plugin's page as it is written: nothing but strings.
 *
 * @param lead blank where there is none
 * @param up the page that it belongs to: one or none
 * @param problems of its forms
 */
public record PageView(
        Phrase title,
        Phrase lead,
        List<LinkView> up,
        List<LinkView> actions,
        List<SectionView> sections,
        List<FormProblems.Problem> problems) {
    /**
     * A part of the page.
     *
     * @param id unique on the page
     * @param heading blank where there is none
     */
    public record SectionView(String id, Phrase heading, List<BlockView> blocks) {}

    /** Whether it is the answer to a form that was refused. */
    public boolean refused() {
        return !problems.isEmpty();
    }
}
