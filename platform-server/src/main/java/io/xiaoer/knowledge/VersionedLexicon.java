package io.xiaoer.knowledge;

/** A bot's lexicon and the version it has. */
public record VersionedLexicon(Lexicon lexicon, int version) {}
