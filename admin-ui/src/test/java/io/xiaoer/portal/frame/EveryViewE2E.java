package io.xiaoer.portal.frame;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.vaadin.flow.router.Route;
import io.xiaoer.portal.BrowserTest;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.StatementCounter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Opens every view of a shop (vendor staff have their own); the list is the portal's own, so a new one cannot be forgotten. */
class EveryViewE2E extends BrowserTest {

    /** Statements to read a view, the member's own and the queue's length in the navigation included; many entries take no more. */
    private static final int A_HANDFUL = 18;

    /** Addresses of the views that need more than a name. */
    private static final Map<String, List<String>> EXAMPLES = Map.of(
            "data/bridge/:bridge",
            List.of("data/bridge/vendure", "data/bridge/weimob"),
            "inbox/:conversation?",
            List.of("inbox", "inbox?box=all"),
            "knowledge/:key",
            List.of("knowledge/order-urge", "knowledge/new"),
            "questions/:id?",
            List.of("questions", "questions?state=solved"),
            "releases/:number",
            List.of("releases/1"),
            "rules/:type/:key",
            List.of("rules/exchange/every-view", "rules/new/member-benefits"),
            "shoppers/details",
            List.of("shoppers/details?id=c-1"),
            "start/:step?(solve|connect|voice|rules|try|staff)",
            List.of("start/solve", "start/connect", "start/voice", "start/rules", "start/try", "start/staff"));

    @Test
    void isReadInAHandfulOfQueriesAndFitsAPhone() {
        TestShop shop = api().signUp();
        shop.api()
                .put(
                        "/api/v1/bots/" + shop.botId() + "/entries/order-urge",
                        "{\"question\": \"怎么还没发货\", \"answer\": \"今天发。\"}");
        shop.api().put("/api/v1/rules/exchange/every-view", "{\"params\": {\"windowDays\": 15}}");
        shop.api().put("/api/v1/shop/customers/c-1", "{\"name\": \"王小明\", \"updatedAt\": \"2026-01-01T00:00:00Z\"}");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/");
            for (String path : paths().toList()) {
                List<String> statements = StatementCounter.ofRequestsDuring(() -> {
                    page.navigate(address() + "/" + path);
                    assertThat(page.locator(".view h1, .start h1").first()).isVisible();
                });
                // every request also asks for its session
                assertThat(statements.stream()
                                .filter(sql -> !sql.contains("set_tenant") && !sql.contains("\"tenants\".\"session\"")))
                        .as("statements of /%s", path)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(A_HANDFUL);
                // with all that comes later
                assertThat(page.locator(".loading")).hasCount(0);
                shootBoth(page, "view-" + (path.isEmpty() ? "home" : path.replaceAll("[/?=]", "-")));
            }
        }
    }

    private static Stream<String> paths() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.xiaoer.portal").stream()
                .map(view -> Objects.requireNonNull(((AnnotatedBeanDefinition) view)
                        .getMetadata()
                        .getAnnotationAttributes(Route.class.getName(), true)))
                .filter(route -> MainLayout.class.getName().equals(route.get("layout")))
                .filter(route -> !Objects.toString(route.get("value")).startsWith("vendor"))
                .map(route -> (String) Objects.requireNonNull(route.get("value")))
                .flatMap(path -> EXAMPLES.getOrDefault(path, List.of(path)).stream())
                .sorted();
    }
}
