package io.xiaoer.onboarding;

import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.tenancy.OpenToAll;
import java.util.List;
import org.springframework.stereotype.Service;

/** The vertical packs an owner can begin with. */
@Service
@OpenToAll("shown before anyone signs up")
public class Templates {

    private final Packs packs;

    Templates(Packs packs) {
        this.packs = packs;
    }

    /** @param locale language of names and summaries */
    public List<TemplateSummary> all(String locale) {
        return packs.all(locale).stream()
                .map(pack -> new TemplateSummary(
                        pack.key(),
                        Packs.text(pack.name(), locale),
                        Packs.text(pack.summary(), locale),
                        pack.version(),
                        pack.entries().size()))
                .toList();
    }
}
