package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.PhraseProposal;
import io.xiaoer.onboarding.PhraseProposal.State;
import io.xiaoer.onboarding.PhraseProposals;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shops of a trade are asked, for the vendor's programs. */
@RestController
@RequestMapping("/api/v1/ops/phrases")
class PhraseController {

    private final PhraseProposals proposals;

    PhraseController(PhraseProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping
    Page<PhraseProposal> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String vertical,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return proposals.list(State.parse(state), vertical, cursor, Page.limit(limit));
    }

    /** What was taken, as entries to be completed. */
    @GetMapping(path = "/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] entries(@RequestParam String vertical) {
        return proposals.skeletons(vertical);
    }

    @PostMapping("/{id}/take")
    PhraseProposal take(@PathVariable String id) {
        return decide(id, State.TAKEN);
    }

    @PostMapping("/{id}/dismiss")
    PhraseProposal dismiss(@PathVariable String id) {
        return decide(id, State.DISMISSED);
    }

    @PostMapping("/{id}/reopen")
    PhraseProposal reopen(@PathVariable String id) {
        return decide(id, State.OPEN);
    }

    private PhraseProposal decide(String id, State state) {
        return proposals.decide(Ids.parse(id).orElseThrow(() -> Problem.notFound("proposal")), state);
    }
}
