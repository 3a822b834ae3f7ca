package io.xiaoer.portal.frame;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An address to photograph with a phone. */
public class QrCode extends Div {

    private static final long serialVersionUID = 1L;

    /** Modules of quiet around the code that readers need. */
    private static final int BORDER = 4;

    private final String svg;

    /** @param name what the picture shows, for those who cannot see it */
    public QrCode(String address, String name) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(address, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * BORDER;
        svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\""
                + path + "\"/></svg>";
        add(new Svg(svg));
        addClassName("qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
    }

    /** Saves the picture, for print, as {@code file}.svg. */
    public Anchor download(String file, String text) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        Anchor link = new Anchor();
        link.setText(text);
        // an address of our own making, and a picture only
        link.setUnsafeHref("data:image/svg+xml;base64," + data);
        link.getElement().setAttribute("download", file + ".svg");
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }
}
