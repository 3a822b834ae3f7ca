package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import io.xiaoer.rollout.Stage;
import java.util.Set;

/** A small crowd: two of staff in front of shoppers, and who of them the bot serves at a stage. */
class Crowd extends Div {

    private static final long serialVersionUID = 1L;

    private static final int ACROSS = 8;
    private static final int DOWN = 3;
    private static final int STEP = 15;
    private static final int STAFF_ROOM = 26;

    /** As if drawn by lot. */
    private static final Set<Integer> DRAWN = Set.of(2, 4, 9, 15, 16, 22);

    Crowd(Stage stage) {
        int width = STAFF_ROOM + ACROSS * STEP + 2;
        int height = DOWN * STEP + 4;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\">");
        for (int i = 0; i < 2; i++) {
            svg.append("<rect class=\"crowd-staff\" x=\"3\" y=\"")
                    .append(8 + i * 18)
                    .append("\" width=\"11\" height=\"11\" rx=\"3\"/>");
        }
        for (int i = 0; i < ACROSS * DOWN; i++) {
            boolean served = stage == Stage.FULL || stage == Stage.PILOT && DRAWN.contains(i);
            svg.append("<circle class=\"")
                    .append(served ? "crowd-served" : "crowd-other")
                    .append("\" cx=\"")
                    .append(STAFF_ROOM + i % ACROSS * STEP + STEP / 2)
                    .append("\" cy=\"")
                    .append(i / ACROSS * STEP + STEP / 2 + 2)
                    .append("\" r=\"5\"/>");
        }
        svg.append("</svg>");
        add(new Svg(svg.toString()));
        addClassName("crowd");
        getElement().setAttribute("aria-hidden", "true");
    }
}
