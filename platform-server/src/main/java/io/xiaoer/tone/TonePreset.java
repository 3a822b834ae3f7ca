package io.xiaoer.tone;

import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.List;

/** Voices to begin from. A preset decides how shoppers are addressed, and touches neither names nor banned words. */
public enum TonePreset {
    /** 亲: warm and quick, as most shops speak. */
    QIN(List.of("亲"), List.of("哦", "呢", "哈"), Emoji.FEW),
    /** 宝子: close and lively. */
    BAOZI(List.of("宝子"), List.of("呀", "哦", "啦"), Emoji.MANY),
    /** 咱们: like an old acquaintance, without a form of address. */
    ZANMEN(List.of(), List.of("哈", "呢"), Emoji.FEW),
    /** 您: formal. */
    NIN(List.of("您好"), List.of(), Emoji.NONE);

    private final List<String> address;
    private final List<String> particles;
    private final Emoji emoji;

    TonePreset(List<String> address, List<String> particles, Emoji emoji) {
        this.address = address;
        this.particles = particles;
        this.emoji = emoji;
    }

    /** {@code profile} in this voice. */
    public ToneProfile applyTo(ToneProfile profile) {
        return new ToneProfile(
                profile.selfName(), address, particles, emoji, profile.banned(), profile.greeting(), profile.signOff());
    }

    /** Whether {@code profile} speaks in this voice. */
    public boolean isOf(ToneProfile profile) {
        return applyTo(profile).equals(profile);
    }
}
