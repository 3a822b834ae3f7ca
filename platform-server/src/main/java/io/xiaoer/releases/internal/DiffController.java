package io.xiaoer.releases.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.releases.ReleaseDiff;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What differs between two releases, or between one and the draft. */
@RestController
class DiffController {

    private final Bots bots;
    private final Releases releases;

    DiffController(Bots bots, Releases releases) {
        this.bots = bots;
        this.releases = releases;
    }

    @GetMapping("/api/v1/bots/{bot}/releases/{a}/diff/{b}")
    ReleaseDiff diff(@PathVariable String bot, @PathVariable String a, @PathVariable String b) {
        return releases.diff(bots.get(bot).id(), ReleaseRef.named(a), ReleaseRef.named(b));
    }
}
