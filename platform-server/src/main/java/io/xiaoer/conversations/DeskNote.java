package io.xiaoer.conversations;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Something colleagues tell each other about a conversation; shoppers never see it. */
public record DeskNote(UUID id, String author, String text, OffsetDateTime at) {

    public static final int MAX_TEXT = 2000;
}
