package io.xiaoer.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import io.xiaoer.knowledge.EntryImports;
import io.xiaoer.testing.Api.TestShop;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file from someone's spreadsheet to answers in the list and back, in a real browser. */
@Tag("long")
class ImportE2E extends BrowserTest {

    private static final String FILE = """
            问题,相似问法,关键词,答案,备注
            怎么还没发货,什么时候发,催单,今天就发。,改
            店里有猫吗,有没有猫|猫在吗,,有一只，叫小二。,新
            没有答案的问题,,,,坏
            """;

    @Test
    void takesAFileAfterShowingWhatWouldBecomeOfIt() throws IOException {
        TestShop shop = api().signUp();
        String entries = "/api/v1/bots/" + shop.botId() + "/entries";
        shop.api().put(entries + "/order-urge", "{\"question\": \"怎么还没发货\", \"answer\": \"会发的。\"}");
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/knowledge");
            page.locator("#import-entries").click();
            shootBoth(page, "import");

            choose(page, "问答.txt.csv", "没有列名".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#file-problem")).containsText("第一行要写列名", patiently());

            choose(page, "问答.csv", FILE.getBytes(Charset.forName("GB18030")));
            assertThat(page.locator("#checked")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("[data-figure=created]")).containsText("1");
            assertThat(page.locator("[data-figure=updated]")).containsText("1");
            assertThat(page.locator("#rejected [data-row='4']")).containsText("没有写答案");
            assertThat(page.locator("#checked .warning")).containsText("备注");
            shootBoth(page, "import-checked");
            Download bad = page.waitForDownload(
                    () -> page.locator("#download-rejected").click());
            assertThat(Files.readString(bad.path())).contains("4,没有写答案。,没有答案的问题");
            assertThat(shop.api()
                            .get(entries + "/order-urge")
                            .json()
                            .get("answer")
                            .asString())
                    .isEqualTo("会发的。");

            // whoever comes back sees where it stands, and may choose another file instead
            page.navigate(address() + "/knowledge/import");
            page.locator("#discard-import").click();
            assertThat(page.locator("vaadin-upload")).isVisible();
            assertThat(page.locator("#import-result")).hasCount(0);
            choose(page, "问答.csv", FILE.getBytes(StandardCharsets.UTF_8));
            page.locator("#confirm-import").click();
            assertThat(page.locator("#import-result[data-state=done]"))
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            shootBoth(page, "import-result");

            page.navigate(address() + "/knowledge?q=有猫吗");
            assertThat(page.locator("#entries")).containsText("店里有猫吗", patiently());
            Download export =
                    page.waitForDownload(() -> page.locator("#export-entries").click());
            assertThat(export.suggestedFilename()).isEqualTo("问答.csv");
            assertThat(Files.readString(export.path()))
                    .startsWith("\uFEFF问题,相似问法,关键词,答案")
                    .contains("店里有猫吗,有没有猫|猫在吗,,有一只，叫小二。")
                    .contains("怎么还没发货,什么时候发,催单,今天就发。");
        }
        assertThat(shop.api().get(entries + "/order-urge").json().get("answer").asString())
                .isEqualTo("今天就发。");
    }

    @Test
    void refusesALargeFileWhateverTheBrowserLetsThrough() {
        TestShop shop = api().signUp();
        try (BrowserContext desktop = desktop()) {
            Page page = openAs(desktop, shop.email(), shop.password(), "/knowledge/import");
            page.locator("vaadin-upload").evaluate("upload => { upload.maxFileSize = Infinity; }");

            choose(page, "大.csv", new byte[EntryImports.MAX_FILE_BYTES + 1]);

            assertThat(page.locator("#file-problem")).containsText("文件超过 10 MB", patiently());
            choose(page, "问答.csv", FILE.getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#checked")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    private static void choose(Page page, String name, byte[] bytes) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "text/csv", bytes));
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
