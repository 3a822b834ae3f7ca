package io.xiaoer.insights.internal;

import io.xiaoer.answering.Embedder;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.understanding.Normalizer;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Cause;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Many failed questions, made up from what shops are usually asked, sorted piece by piece as a bot's are. */
public final class SortingSimulation {

    private static final int BATCH = 500;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T12:00:00+08:00");
    private static final List<String> GOODS = List.of(
            "面膜", "口红", "猫粮", "羽绒服", "运动鞋", "电饭煲", "台灯", "耳机", "床单", "行李箱", "牛奶", "车厘子", "大米", "奶粉", "玩具", "书包", "手机壳",
            "雨伞", "保温杯", "洗发水");
    private static final List<String> OPENINGS =
            List.of("", "我买的", "昨天拍的", "想问", "店里的", "上次说的", "直播间的", "给我妈买的", "双11的", "两件");
    private static final List<String> CLOSINGS =
            List.of("", "急", "谢谢", "在线等", "有人回吗", "怎么回事", "麻烦了", "快点", "到底行不行", "求回复");

    private final Random random;
    private final float[] common;
    private final Embedder embedder;
    private final List<String> usual = Usual.questions("zh");

    private Map<UUID, Heap> heaps = new LinkedHashMap<>();
    private final Map<String, UUID> wordings = new HashMap<>();
    private long embedNanos;
    private long sortNanos;
    private int asked;

    public SortingSimulation(Embedder embedder, long seed) {
        this.embedder = embedder;
        this.random = new Random(seed);
        this.common = Usual.common(usual, text -> embedder.embed(Normalizer.normalise(text)));
    }

    /** Sorts one more batch. */
    public void step() {
        List<Failed> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            String text = pick(OPENINGS) + pick(GOODS) + "，" + pick(usual) + "，" + pick(CLOSINGS);
            batch.add(new Failed(
                    new Place(new ConversationId(new UUID(9, asked++)), 1),
                    new Kind(Cause.values()[random.nextInt(2) * 2], null),
                    text,
                    Engine.bare(text),
                    null,
                    NOW));
        }
        long begun = System.nanoTime();
        Map<String, float[]> vectors = new HashMap<>();
        for (Failed one : batch) {
            vectors.computeIfAbsent(
                    one.wording(), text -> Usual.besides(common, embedder.embed(Normalizer.normalise(text))));
        }
        long embedded = System.nanoTime();
        Sorting sorting = new Sorting(heaps.values());
        wordings.forEach(sorting::knows);
        batch.forEach(one -> sorting.add(one, vectors::get));
        sorting.merge();
        keep(sorting, batch);
        embedNanos += embedded - begun;
        sortNanos += System.nanoTime() - embedded;
    }

    private void keep(Sorting sorting, List<Failed> batch) {
        Map<UUID, Heap> next = new LinkedHashMap<>(heaps);
        sorting.merged().keySet().forEach(next::remove);
        sorting.touched().forEach(heap -> next.put(heap.id(), heap));
        wordings.replaceAll((wording, id) -> sorting.merged().getOrDefault(id, id));
        Map<Place, UUID> sorted = sorting.sorted();
        batch.forEach(one -> wordings.put(one.wording(), sorted.get(one.place())));
        heaps = next;
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    public int asked() {
        return asked;
    }

    public int heaps() {
        return heaps.size();
    }

    public double embedSeconds() {
        return embedNanos / 1e9;
    }

    public double sortSeconds() {
        return sortNanos / 1e9;
    }
}
