package io.xiaoer.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import io.xiaoer.knowledge.EntryImports;
import java.io.Serializable;

/** Takes one csv or xlsx, chosen or dropped. */
public class FileUpload extends Upload {

    private static final long serialVersionUID = 1L;

    /** Hears of a file. */
    public interface Taken extends Serializable {
        void accept(String name, byte[] bytes);
    }

    public FileUpload(Taken taken, SerializableConsumer<String> refused) {
        // the list is emptied, else the next file would be one too many
        setUploadHandler(new BoundedUpload(
                EntryImports.MAX_FILE_BYTES,
                (name, bytes) -> {
                    clearFileList();
                    taken.accept(name, bytes);
                },
                () -> {
                    clearFileList();
                    refused.accept(getTranslation("imports.refused.size"));
                }));
        setId("file");
        addClassName("imports-upload");
        setMaxFiles(1);
        setMaxFileSize(EntryImports.MAX_FILE_BYTES);
        // by its name alone: systems disagree on the media type of csv
        setAcceptedFileTypes(".csv", ".xlsx");
        setUploadButton(new Button(getTranslation("imports.choose.button")));
        setDropLabel(new Span(getTranslation("imports.choose.drop")));
        UploadI18N texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setFileIsTooBig(getTranslation("imports.refused.size"))
                .setIncorrectFileType(getTranslation("imports.refused.type"))
                .setTooManyFiles(getTranslation("imports.refused.many")));
        setI18n(texts);
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
    }
}
