package io.xiaoer.portal.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.Images;
import io.xiaoer.conversations.Images.Picture;
import io.xiaoer.portal.frame.ShopContext;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.function.Supplier;

/** Pictures that shoppers sent, handed out to who may read their conversation. */
class Pictures implements Serializable {

    private static final long serialVersionUID = 1L;

    private final InboxView view;
    private final transient ShopContext shop;
    private final transient Images images;

    Pictures(InboxView view, ShopContext shop, Images images) {
        this.view = view;
        this.shop = shop;
        this.images = images;
    }

    /** As large as a message; pressed, as large as the window. */
    Component of(ConversationId conversation, Image image) {
        String name = view.getTranslation("inbox.picture");
        var shown = new com.vaadin.flow.component.html.Image(source(conversation, image), name);
        shown.addClassName("inbox-picture");
        shown.getElement().setAttribute("width", String.valueOf(image.width()));
        shown.getElement().setAttribute("height", String.valueOf(image.height()));
        shown.getElement().setAttribute("loading", "lazy");
        NativeButton button = new NativeButton();
        button.add(shown);
        button.addClassName("inbox-picture-button");
        button.setAriaLabel(view.getTranslation("inbox.picture.open"));
        button.addClickListener(click -> new PictureDialog(source(conversation, image), name).open());
        return button;
    }

    private DownloadHandler source(ConversationId conversation, Image image) {
        Supplier<Picture> bytes = shop.bound(() -> images.of(conversation, image.id()));
        return DownloadHandler.fromInputStream(event -> {
                    Picture picture = bytes.get();
                    String end = picture.contentType().endsWith("png") ? ".png" : ".jpg";
                    return new DownloadResponse(
                            new ByteArrayInputStream(picture.bytes()),
                            image.id() + end,
                            picture.contentType(),
                            picture.bytes().length);
                })
                .inline();
    }
}
