package io.xiaoer.answering.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** BM25 over sets of terms, as a share of what the query could reach at most: 0 for nothing in common, 1 for the same text. */
final class Overlap {

    private static final double K = 1.2;
    private static final double B = 0.6;

    private final Map<String, int[]> postings;
    private final float[] norms;
    private final double average;

    Overlap(List<Set<String>> texts) {
        var lists = new HashMap<String, List<Integer>>();
        long total = 0;
        for (int i = 0; i < texts.size(); i++) {
            total += texts.get(i).size();
            for (String term : texts.get(i)) {
                lists.computeIfAbsent(term, t -> new ArrayList<>()).add(i);
            }
        }
        this.average = texts.isEmpty() ? 1 : Math.max(1.0, (double) total / texts.size());
        this.postings = new HashMap<>();
        lists.forEach((term, list) ->
                postings.put(term, list.stream().mapToInt(Integer::intValue).toArray()));
        this.norms = new float[texts.size()];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = (float) norm(texts.get(i).size());
        }
    }

    private double norm(int size) {
        return K * (1 - B + B * size / average);
    }

    /** One share for each text. */
    float[] of(Set<String> query) {
        float[] shares = new float[norms.length];
        double reachable = 0;
        double own = (K + 1) / (1 + norm(query.size()));
        for (String term : query) {
            int[] list = postings.get(term);
            int frequency = list == null ? 0 : list.length;
            double weight = Math.log(1 + (norms.length - frequency + 0.5) / (frequency + 0.5));
            reachable += weight * own;
            if (list != null) {
                for (int text : list) {
                    shares[text] += (float) (weight * (K + 1) / (1 + norms[text]));
                }
            }
        }
        if (reachable == 0) {
            Arrays.fill(shares, 0);
            return shares;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) Math.min(1, shares[i] / reachable);
        }
        return shares;
    }

    long weight() {
        long bytes = 4L * norms.length;
        for (var list : postings.entrySet()) {
            bytes += 120 + 4L * list.getValue().length;
        }
        return bytes;
    }
}
