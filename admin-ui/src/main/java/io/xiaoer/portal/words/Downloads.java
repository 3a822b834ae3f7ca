package io.xiaoer.portal.words;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.xiaoer.portal.frame.ShopContext;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links that give a file, made when someone asks for it. */
public final class Downloads {

    private Downloads() {}

    /** @param file makes the bytes on behalf of the person who is logged in now */
    public static Anchor link(ShopContext shop, String text, String name, String mediaType, Supplier<byte[]> file) {
        Supplier<byte[]> bound = shop.bound(file);
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = bound.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, mediaType, bytes.length);
                }),
                text);
    }
}
