using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Siaran.LocalHost.TestApp;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class TimerTests
{
    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(Noon));

    [TestMethod]
    public async Task A_timer_runs_at_its_times_and_is_told_of_them()
    {
        await using var app = await Start();
        await Pass(app, TimeSpan.FromSeconds(59));
        Assert.IsEmpty(Of(app, "Minutely"));

        await Pass(app, TimeSpan.FromSeconds(1));
        await Pass(app, TimeSpan.FromMinutes(1));

        var runs = Of(app, "Minutely");
        CollectionAssert.AreEqual(new[] { Noon.AddMinutes(1), Noon.AddMinutes(2) }, runs.Select(run => run.Time).ToArray());
        Assert.AreEqual(default, runs[0].Timer.ScheduleStatus!.Last);
        Assert.AreEqual(Noon.AddMinutes(1), runs[0].Timer.ScheduleStatus!.Next);
        Assert.AreEqual(Noon.AddMinutes(1), runs[1].Timer.ScheduleStatus!.Last);
        Assert.AreEqual(Noon.AddMinutes(2), runs[1].Timer.ScheduleStatus!.Next);
        Assert.IsFalse(runs.Any(run => run.Timer.IsPastDue));
    }

    [TestMethod]
    public async Task A_missed_time_gives_one_run_at_the_start_that_knows_it_is_late()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using (var app = await Start(folder.FullName))
        {
            await Pass(app, TimeSpan.FromMinutes(1));
        }
        clock.Advance(TimeSpan.FromMinutes(10));
        await using (var app = await Start(folder.FullName))
        {
            var late = Of(app, "Minutely").Single();
            Assert.IsTrue(late.Timer.IsPastDue);
            Assert.AreEqual(Noon.AddMinutes(1), late.Timer.ScheduleStatus!.Last);
            Assert.AreEqual(Noon.AddMinutes(2), late.Timer.ScheduleStatus!.Next);
            await Pass(app, TimeSpan.FromMinutes(1));
            Assert.IsFalse(Of(app, "Minutely")[1].Timer.IsPastDue);
        }

        folder.Delete(recursive: true);
    }

    [TestMethod]
    public async Task A_restart_before_the_next_time_runs_nothing()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using (var app = await Start(folder.FullName))
        {
            await Pass(app, TimeSpan.FromMinutes(1));
        }
        await using (var app = await Start(folder.FullName))
        {
            Assert.IsEmpty(Of(app, "Minutely"));
        }
        folder.Delete(recursive: true);
    }

    [TestMethod]
    public async Task A_changed_schedule_is_not_past_due()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using (await Start(folder.FullName))
        {
            clock.Advance(TimeSpan.FromMinutes(10));
        }
        await using (var app = await Start(folder.FullName, options => options.Settings["Schedules:Minutely"] = "0 0 * * * *"))
        {
            Assert.IsEmpty(Of(app, "Minutely"));
        }
        folder.Delete(recursive: true);
    }

    [TestMethod]
    public async Task No_status_is_kept_under_a_minute_or_without_storage()
    {
        await using (var app = await Start())
        {
            await Pass(app, TimeSpan.FromSeconds(10));
            Assert.IsNull(Of(app, "Secondly").Single().Timer.ScheduleStatus);
        }

        await using (var app = await Start(configure: options => options.Settings["AzureWebJobsStorage"] = null))
        {
            await Pass(app, TimeSpan.FromMinutes(1));
            Assert.IsNull(Of(app, "Minutely").Single().Timer.ScheduleStatus);
        }
    }

    [TestMethod]
    public async Task A_failure_is_logged_and_never_stops_the_schedule()
    {
        await using var app = await Start();
        for (var time = 0; time < 3; time++)
        {
            await Pass(app, TimeSpan.FromMinutes(5));
        }
        Assert.HasCount(3, Of(app, "Failing_timer"));
        Assert.AreEqual(3, app.Log.Entries.Count(entry => entry is { Level: LogLevel.Error, Category: "Function.Failing_timer" }));
    }

    [TestMethod]
    public async Task Only_timers_that_ask_for_it_run_on_startup()
    {
        await using var app = await Start();
        Assert.AreEqual("Eager", app.Services.GetRequiredService<Runs>().All.Single().Function);
    }

    [TestMethod]
    public async Task A_run_that_takes_longer_than_its_interval_is_never_joined_by_another()
    {
        await using var app = await Start();
        var runs = app.Services.GetRequiredService<Runs>();
        var hold = new TaskCompletionSource();
        runs.Hold = hold.Task;
        clock.Advance(TimeSpan.FromMinutes(2));
        await Until(() => runs.Of("Slow").Count == 1);
        var byHand = app.FireAsync("Slow");
        clock.Advance(TimeSpan.FromMinutes(7));

        hold.SetResult();
        await byHand;
        await Pass(app, TimeSpan.FromMinutes(1));
        Assert.AreEqual(1, runs.MostAtOnce);
        CollectionAssert.AreEqual(
            new[] { Noon.AddMinutes(2), Noon.AddMinutes(9), Noon.AddMinutes(10) },
            runs.Of("Slow").Select(run => run.Time).ToArray()
        );
    }

    [TestMethod]
    public async Task A_failed_run_is_retried_as_its_attribute_says()
    {
        await using var app = await App.Start(options => options.Time = clock);
        var fired = app.FireAsync("Retried");
        await Until(() =>
        {
            // The delay before the next attempt may not have begun yet.
            clock.Advance(TimeSpan.FromSeconds(1));
            return fired.IsCompleted;
        });

        var failure = await Assert.ThrowsExactlyAsync<FunctionFailedException>(() => fired);
        Assert.AreEqual("attempt 2 of 2", failure.Message);
        Assert.AreEqual("012", string.Concat(Of(app, "Retried").Select(run => run.Attempt)));
    }

    [TestMethod]
    public async Task A_disabled_timer_does_not_run()
    {
        await using var app = await Start(configure: options => options.Settings["AzureWebJobs.Minutely.Disabled"] = "true");
        await Pass(app, TimeSpan.FromMinutes(3));
        Assert.IsEmpty(Of(app, "Minutely"));
    }

    [TestMethod]
    [DataRow("* * * * *")]
    [DataRow("0 61 * * * *")]
    [DataRow("often")]
    public async Task A_wrong_schedule_is_refused_with_its_function(string schedule)
    {
        var refusal = await Assert.ThrowsExactlyAsync<CannotStartException>(() =>
            App.Start(options => options.Settings["Schedules:Minutely"] = schedule)
        );
        StringAssert.Contains(refusal.Message, "Minutely", StringComparison.Ordinal);
        StringAssert.Contains(refusal.Message, schedule, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_schedule_whose_setting_is_missing_is_refused_with_its_name()
    {
        var refusal = await Assert.ThrowsExactlyAsync<CannotStartException>(() =>
            App.Start(options => options.Settings.Remove("Schedules:Minutely"))
        );
        StringAssert.Contains(refusal.Message, "Schedules:Minutely", StringComparison.Ordinal);
    }

    private async Task<FunctionsTestHost> Start(string? folder = null, Action<FunctionsTestOptions>? configure = null)
    {
        var app = await App.Start(options =>
        {
            options.Time = clock;
            options.StartTimers = true;
            options.SchedulesFolder = folder;
            options.Settings["AzureWebJobsStorage"] = "named";
            configure?.Invoke(options);
        });
        await app.TimersAtRestAsync();
        return app;
    }

    private async Task Pass(FunctionsTestHost app, TimeSpan time)
    {
        clock.Advance(time);
        await app.TimersAtRestAsync();
    }

    private static IReadOnlyList<(string Function, DateTime Time, Microsoft.Azure.Functions.Worker.TimerInfo Timer, int Attempt)> Of(
        FunctionsTestHost app,
        string function
    ) => app.Services.GetRequiredService<Runs>().Of(function);

    private static async Task Until(Func<bool> condition)
    {
        for (var left = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            Assert.IsLessThan(TimeSpan.FromMinutes(5), left.Elapsed, "It did not happen.");
        }
    }
}
