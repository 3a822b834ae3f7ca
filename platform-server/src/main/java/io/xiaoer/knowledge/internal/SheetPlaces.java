package io.xiaoer.knowledge.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets a machine read few files at a time: one may take several hundred megabytes while it is unpacked and checked. */
@Component
public class SheetPlaces {

    /** Files that are read at once. */
    static final int PLACES = 2;

    private final Semaphore free = new Semaphore(PLACES);

    SheetPlaces() {}

    /**
     * Does {@code work} in one of the places.
     *
     * @param locale the language in which the lack of a place is explained
     * @throws Problem if none is free
     */
    public <T> T in(String locale, Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new Problem(
                    Code.UNAVAILABLE,
                    locale.startsWith("en")
                            ? "Other files are being read. Try again in a minute."
                            : "正在检查别的文件，请过一会儿再试。");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
