package io.xiaoer.tone.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.tone.Tone;
import io.xiaoer.tone.ToneDraft;
import io.xiaoer.tone.Tones;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a bot speaks, as a draft. */
@RestController
@RequestMapping("/api/v1/bots/{bot}/tone")
class ToneController {

    private final Bots bots;
    private final Tones tones;

    ToneController(Bots bots, Tones tones) {
        this.bots = bots;
        this.tones = tones;
    }

    @GetMapping
    ToneDraft get(@PathVariable String bot) {
        return resource(tones.get(bots.get(bot).id()));
    }

    @PutMapping
    ToneDraft put(@PathVariable String bot, @RequestBody ToneDraft draft) {
        return resource(tones.save(bots.get(bot).id(), draft));
    }

    private static ToneDraft resource(Tone tone) {
        return ToneDraft.of(tone.profile(), tone.version());
    }
}
