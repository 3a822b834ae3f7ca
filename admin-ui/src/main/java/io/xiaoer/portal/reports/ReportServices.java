package io.xiaoer.portal.reports;

import io.xiaoer.insights.Digests;
import io.xiaoer.insights.FrequentQuestions;
import io.xiaoer.insights.ReportFiles;
import io.xiaoer.insights.Reports;
import io.xiaoer.onboarding.Topics;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the page of reports reads and changes. */
@Component
record ReportServices(
        Shops shops,
        Reports reports,
        FrequentQuestions frequent,
        ReportFiles files,
        Digests digests,
        Topics topics,
        Clock clock) {}
