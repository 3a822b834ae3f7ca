package io.xiaoer.bench;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.ShopperProfile;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effects;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replays;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Replays stored questions, and previews a change over them: both in a process of their own that has heard none of them before. Questions
 * are the pack's, each with its own beginning and end, four a conversation. {@code [--questions N] [--data DIR]}.
 */
public final class ReplayBench {

    private static final int A_CONVERSATION = 4;
    private static final List<String> BEFORE =
            List.of("", "请问", "我上周拍的那个，", "朋友推荐来的，", "直播间看到的，", "给我妈买的，", "昨天下的单，", "第二次来买了，", "双十一的东西，", "客服说让我问，");
    private static final List<String> AFTER =
            List.of("", "呀", "，有人能回一下吗", "，到底怎么说", "，谢谢", "，等得有点急", "，麻烦看一下", "，上次没说清楚", "，在线等", "，我不太会弄");

    private final int questions;
    private final Path data;

    private ReplayBench(int questions, Path data) {
        this.questions = questions;
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        int questions = 5_000;
        Path under = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--questions" -> questions = Integer.parseInt(args[++i]);
                case "--data" -> under = Path.of(args[++i]);
                default -> {
                    System.err.println("usage: ReplayBench [--questions N] [--data DIR]");
                    System.exit(2);
                }
            }
        }
        Path data = Files.createTempDirectory(Files.createDirectories(under), "xiaoer-bench")
                .toAbsolutePath();
        try {
            new ReplayBench(questions, data).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        // the application's libraries may leave threads behind
        System.exit(0);
    }

    private void run() {
        TestShop shop;
        try (ConfigurableApplicationContext application = start()) {
            shop = new Api("http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"))
                    .signUp();
            fill(application, shop);
        }
        // begun anew: nothing is in memory that a real replay would have to work out
        try (ConfigurableApplicationContext application = start()) {
            measure(application, shop);
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(XiaoerApplication.class, new String[] {
            "--xiaoer.db.data=" + data,
            "--xiaoer.db.url=",
            "--server.port=0",
            "--management.server.port=0",
            "--xiaoer.demo=false",
            "--spring.quartz.auto-startup=false",
            "--xiaoer.limits.signups-per-hour=1000",
            "--logging.level.root=error"
        });
    }

    private void fill(ConfigurableApplicationContext application, TestShop shop) {
        long start = System.nanoTime();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"bench\"}");
        BotId bot = bot(shop);
        as(shop, () -> {
            // compiled before the first turn, as answering does: a turn waits for no compiling
            application.getBean(CompiledReleases.class).get(bot, 1);
            List<String> texts =
                    texts(application.getBean(KnowledgeDrafts.class).enabled(bot));
            Conversations conversations = application.getBean(Conversations.class);
            for (int i = 0; i < questions; i += A_CONVERSATION) {
                ShopperRef shopper = ShopperRef.visitor("v" + i);
                String conversation = conversations
                        .open(bot, shopper, ShopperProfile.NONE, null)
                        .id()
                        .toString();
                for (int j = i; j < Math.min(questions, i + A_CONVERSATION); j++) {
                    conversations.take(
                            conversation,
                            bot,
                            shopper,
                            new IncomingMessage("m" + j, texts.get(j % texts.size()), null));
                }
            }
            System.out.printf(
                    "# %,d questions asked, %,d different ones, in %.0f s%n",
                    questions, Math.min(questions, texts.size()), (System.nanoTime() - start) / 1e9);
            return true;
        });
    }

    /** The pack's questions in many wordings, those of one entry far apart. */
    private static List<String> texts(List<Entry> entries) {
        List<String> asked = new ArrayList<>();
        entries.forEach(entry -> {
            asked.add(entry.question());
            asked.addAll(entry.similar());
        });
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < BEFORE.size(); i++) {
            for (int j = 0; j < AFTER.size(); j++) {
                String end = AFTER.get((i + j) % AFTER.size());
                String begin = BEFORE.get(i);
                asked.forEach(text -> texts.add(begin + text.replaceAll("[？?]$", "") + end));
            }
        }
        return texts;
    }

    private void measure(ConfigurableApplicationContext application, TestShop shop) {
        PlatformBench.title("Replay of %,d stored questions on the draft".formatted(questions));
        BotId bot = bot(shop);
        // the draft is made ready before the clock runs
        as(shop, () -> application.getBean(CompiledReleases.class).draft(bot));
        long before = live();
        peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Replay replay = as(shop, () -> application.getBean(Replays.class).runNow(bot, ReleaseRef.draft(), 90));
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = peaks().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "# %s: %,d asked, %,d the same, %,d by their entry alone%n",
                replay.state(), replay.done(), replay.same(), replay.factsMissing());
        PlatformBench.line("questions a second", replay.done() / seconds, "/s");
        PlatformBench.line("all of it", seconds, "s");
        PlatformBench.line("heap that is live before", before / 1e6, "MB");
        PlatformBench.line("heap that is live after", live() / 1e6, "MB");
        PlatformBench.line("heap at its fullest meanwhile, garbage included", peak / 1e6, "MB");
        preview(application, shop, bot);
    }

    private void preview(ConfigurableApplicationContext application, TestShop shop, BotId bot) {
        PlatformBench.title("What a new entry would do to the same questions");
        Effects effects = application.getBean(Effects.class);
        for (String round : List.of("first", "second")) {
            EntryDraft draft = new EntryDraft(
                    null,
                    "优惠券能不能叠加" + round,
                    List.of("券叠加", "两张券一起用"),
                    List.of("券叠加"),
                    "一单只能用一张券。",
                    null,
                    null,
                    null,
                    null,
                    null);
            long start = System.nanoTime();
            Effect effect = as(shop, () -> effects.of(bot, List.of(draft)));
            PlatformBench.line(
                    "the %s time, %,d questions looked at".formatted(round, effect.asked()),
                    (System.nanoTime() - start) / 1e9,
                    "s");
        }
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long live() {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }

    private static BotId bot(TestShop shop) {
        return new BotId(UUID.fromString(shop.botId()));
    }

    private static <T> T as(TestShop shop, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), Actor.platform(), work);
    }
}
