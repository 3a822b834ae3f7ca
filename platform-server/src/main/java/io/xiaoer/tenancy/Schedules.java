package io.xiaoer.tenancy;

import java.time.Duration;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** When jobs run: each has one trigger, of the same name and group. */
public final class Schedules {

    private Schedules() {}

    public static JobDetail job(Class<? extends Job> type, String group, String name) {
        return JobBuilder.newJob(type).withIdentity(name, group).storeDurably().build();
    }

    /** Every day at a time of the server's time zone. */
    public static Trigger daily(JobDetail job, int hour, int minute) {
        return trigger(job, CronScheduleBuilder.dailyAtHourAndMinute(hour, minute));
    }

    /** Again and again; a round that was missed is made up for by the next one. */
    public static Trigger every(JobDetail job, Duration interval) {
        return trigger(
                job,
                SimpleScheduleBuilder.repeatSecondlyForever((int) interval.toSeconds())
                        .withMisfireHandlingInstructionNextWithRemainingCount());
    }

    private static Trigger trigger(JobDetail job, ScheduleBuilder<?> schedule) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName(), job.getKey().getGroup())
                .withSchedule(schedule)
                .build();
    }
}
