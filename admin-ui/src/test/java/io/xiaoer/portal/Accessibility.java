package io.xiaoer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page as it is shown, shadow roots included. */
public final class Accessibility {

    private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /** Vaadin's own: the scroller within its tabs can be focused by a script, and axe takes it for a child that is no tab. */
    private static final String RUN = """
            async within => {
              const { violations } = await axe.run(within, { resultTypes: ['violations'] });
              return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
                  .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ target }) =>
                      !(id === 'aria-required-children' && target.flat().join(' ') === 'vaadin-tabs')) }))
                  .filter(({ nodes }) => nodes.length > 0)
                  .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => target.flat().join(' ') + ' ' + failureSummary)}`);
            }
            """;

    private Accessibility() {}

    /** @param within CSS selector of the part that is looked at */
    public static void assertNothingSerious(Page page, String within) {
        page.evaluate(script());
        assertThat(page.evaluate(RUN, within)).as("serious violations").isEqualTo(List.of());
    }

    private static String script() {
        try (InputStream script = Accessibility.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("no " + SCRIPT + " on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
