package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.xiaoer.testing.IntegrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application and a real Chromium that speaks Chinese. A script's uncaught error fails the test. */
public abstract class BrowserTest extends IntegrationTest {

    /** The first page of a fresh application, on a busy machine. */
    protected static final double PATIENCE_MILLIS = 60_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> scriptErrors = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void openBrowser() {
        // the machine's own Chromium is driven: a build downloads no browser
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("XIAOER_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-quic",
                                "--no-first-run")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @AfterEach
    void assertNoScriptFailed() {
        assertThat(scriptErrors).isEmpty();
    }

    protected final String address() {
        return "http://localhost:" + port;
    }

    protected final BrowserContext desktop() {
        return context(1440, 900);
    }

    protected final BrowserContext phone() {
        return context(390, 844);
    }

    private static BrowserContext context(int width, int height) {
        return browser.newContext(
                new NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
    }

    /** @param path an address, or a path of this application */
    protected final Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(scriptErrors::add);
        page.navigate(path.startsWith("http") ? path : address() + path);
        return page;
    }

    /** Opens a view as a member: logs in on the way and waits for the view's heading. */
    protected final Page openAs(BrowserContext context, String email, String password, String path) {
        Page page = open(context, "/login");
        logIn(page, email, password);
        assertThat(page.locator("vaadin-app-layout")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        if (!path.equals("/")) {
            page.navigate(address() + path);
        }
        assertThat(page.locator("h1").first()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        return page;
    }

    protected static void logIn(Page page, String email, String password) {
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
    }

    /** Photographs the page as it is, for a person to look at. */
    protected static void shoot(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Photographs the page at desktop and phone size, and checks that neither scrolls sideways. */
    protected static void shootBoth(Page page, String name) {
        page.setViewportSize(1440, 900);
        settle(page);
        shoot(page, name);
        assertThat(overflow(page))
                .as("sideways overflow of %s at 1440 px", name)
                .isLessThanOrEqualTo(0);
        page.setViewportSize(390, 844);
        settle(page);
        shoot(page, name + "-phone");
        assertThat(overflow(page)).as("sideways overflow of %s at 390 px", name).isLessThanOrEqualTo(0);
        page.setViewportSize(1440, 900);
    }

    /** Waits until the server has nothing more to say and two frames are drawn. */
    private static void settle(Page page) {
        page.waitForFunction("() => !Object.values(window.Vaadin?.Flow?.clients ?? {}).some(c => c.isActive?.())");
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
