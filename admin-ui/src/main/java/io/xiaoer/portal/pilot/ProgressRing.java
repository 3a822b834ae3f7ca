package io.xiaoer.portal.pilot;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How far something is filled, as a ring around its number. */
class ProgressRing extends Div {

    private static final long serialVersionUID = 1L;

    private static final double RADIUS = 52;
    private static final double AROUND = 2 * Math.PI * RADIUS;

    /** @param words what the picture says */
    ProgressRing(int value, int all, String words) {
        addClassName("ring");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words);
        double done = Math.clamp((double) value / Math.max(1, all), 0, 1) * AROUND;
        String svg = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 120\">"
                        + "<circle class=\"ring-all\" cx=\"60\" cy=\"60\" r=\"%1$.0f\"/>"
                        + "<circle class=\"ring-done\" cx=\"60\" cy=\"60\" r=\"%1$.0f\" stroke-dasharray=\"%2$.1f %3$.1f\""
                        + " transform=\"rotate(-90 60 60)\"/></svg>",
                RADIUS,
                done,
                AROUND);
        Span number = new Span(String.valueOf(value));
        number.addClassName("ring-number");
        Span of = new Span("/ " + all);
        of.addClassName("hint");
        Div centre = new Div(number, of);
        centre.addClassName("ring-centre");
        centre.getElement().setAttribute("aria-hidden", "true");
        add(new Svg(svg), centre);
    }
}
