package io.xiaoer.portal.imports;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;

/** Keeps a small file in memory and reads no more of a large one than it takes to know: what a browser promises binds no other sender. */
class BoundedUpload implements UploadHandler {

    private static final long serialVersionUID = 1L;

    private final int mostBytes;
    private final FileUpload.Taken taken;
    private final Command tooLarge;

    BoundedUpload(int mostBytes, FileUpload.Taken taken, Command tooLarge) {
        this.mostBytes = mostBytes;
        this.taken = taken;
        this.tooLarge = tooLarge;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] bytes;
        try (InputStream in = event.getInputStream()) {
            bytes = in.readNBytes(mostBytes + 1);
        }
        if (bytes.length > mostBytes) {
            event.reject();
            event.getUI().access(tooLarge);
        } else {
            event.getUI().access(() -> taken.accept(event.getFileName(), bytes));
        }
    }

    @Override
    public long getFileSizeMax() {
        return mostBytes;
    }
}
