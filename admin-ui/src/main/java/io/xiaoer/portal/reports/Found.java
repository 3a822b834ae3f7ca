package io.xiaoer.portal.reports;

import io.xiaoer.insights.EntryHours;
import io.xiaoer.insights.FrequentQuestion;
import io.xiaoer.insights.GrowingQuestion;
import io.xiaoer.insights.Report;
import io.xiaoer.insights.UnusedEntry;
import java.util.List;

/**
 * What was counted.
 *
 * @param topics when each topic's questions came, the most asked first
 */
record Found(
        Report report,
        List<EntryHours> topics,
        List<GrowingQuestion> growing,
        List<UnusedEntry> unused,
        List<FrequentQuestion> frequent) {}
