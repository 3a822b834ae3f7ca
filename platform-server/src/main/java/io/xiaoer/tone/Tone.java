package io.xiaoer.tone;

/**
 * A bot's voice as stored.
 *
 * @param version 0 while none was ever chosen
 */
public record Tone(ToneProfile profile, int version) {}
