package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadHandler;

/** A picture as large as the window. */
class PictureDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PictureDialog(DownloadHandler source, String name) {
        setHeaderTitle(name);
        Image picture = new Image(source, name);
        picture.addClassName("inbox-picture-large");
        add(picture);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }
}
