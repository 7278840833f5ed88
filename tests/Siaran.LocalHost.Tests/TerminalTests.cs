using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Siaran.LocalHost.Storage;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class TerminalTests
{
    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [DataRow("TERM")]
    [DataRow("INT")]
    [DataRow("KILL")]
    public async Task Storage_starts_with_the_app_and_ends_with_it_however_it_ends(string signal)
    {
        using var app = new RunningApp(RunningApp.FreePort());
        var worker = int.Parse(await app.Get("/api/process"), CultureInfo.InvariantCulture);
        Assert.IsFalse(RunningApp.IsFree(app.BlobPort));

        await app.Signal(signal);
        var (exitCode, _, errors) = await app.End();
        Assert.AreEqual(signal == "KILL" ? 137 : 0, exitCode, errors);
        await RunningApp.Until(() => RunningApp.IsFree(app.BlobPort), "Storage outlives the host.");
        await RunningApp.Until(() => !RunningApp.IsRunning(worker), "The worker outlives the host.");
    }

    [TestMethod]
    public async Task A_worker_that_crashes_is_started_again_and_requests_meanwhile_are_asked_to_come_back()
    {
        using var app = new RunningApp(RunningApp.FreePort(), storage: "");
        var first = await app.Get("/api/process");
        using var crashing = await app.Post("/api/crash");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, crashing.StatusCode);
        using var meanwhile = await app.Send("/api/process");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, meanwhile.StatusCode);
        Assert.IsNotNull(meanwhile.Headers.RetryAfter);

        Assert.AreNotEqual(first, await app.Get("/api/process"));
        await app.Signal("TERM");
        var (exitCode, output, errors) = await app.End();
        Assert.AreEqual(0, exitCode, errors);
        StringAssert.Contains(output, "is started again in 1 s", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Each_step_of_the_start_is_said_with_its_time()
    {
        using var app = new RunningApp(RunningApp.FreePort());
        await app.Get("/api/echo");
        await app.Signal("TERM");
        var (_, output, _) = await app.End();
        StringAssert.Matches(output, new Regex(@"^ +\d+\.\d s  Storage: Azurite listens", RegexOptions.Multiline));
        StringAssert.Matches(output, new Regex(@"^ +\d+\.\d s  \d+ functions answer at http://127\.0\.0\.1:", RegexOptions.Multiline));
    }

    [TestMethod]
    public async Task A_setting_that_the_app_refuses_ends_the_host_with_what_the_app_says()
    {
        using var app = new RunningApp(RunningApp.FreePort(), storage: "", settings: new() { ["Refuse"] = "This setting is refused." });
        AssertOneSentence(await app.End(), "This setting is refused.");
    }

    [TestMethod]
    public async Task Two_apps_run_side_by_side_each_with_its_own_storage()
    {
        using var one = new RunningApp(RunningApp.FreePort());
        using var other = new RunningApp(RunningApp.FreePort());
        Assert.AreEqual("GET /api/echo", await one.Get("/api/echo"));
        Assert.AreEqual("GET /api/echo", await other.Get("/api/echo"));
        Assert.AreNotEqual(one.BlobPort, other.BlobPort);
    }

    [TestMethod]
    public async Task A_port_in_use_gives_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var app = new RunningApp(port, storage: "");
        AssertOneSentence(await app.End(), $"The port {port} is in use");
    }

    [TestMethod]
    public async Task Another_program_on_the_ports_of_storage_gives_one_sentence()
    {
        var port = RunningApp.FreePort();
        using var taken = new TcpListener(IPAddress.Loopback, StorageAddress.ForApp(port).BlobPort);
        taken.Start();
        using var app = new RunningApp(port);
        AssertOneSentence(await app.End(), $"another program listens on {StorageAddress.ForApp(port).BlobPort}");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [UnsupportedOSPlatform("windows")]
    [DataRow("echo v18.20.4", "newer, but this is v18.20.4")]
    [DataRow("exit 127", "which was not found")]
    public async Task A_missing_or_old_Node_gives_one_sentence(string node, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory();
        var program = Path.Combine(folder.FullName, "node");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{node}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var app = new RunningApp(RunningApp.FreePort(), path: folder.FullName);
        AssertOneSentence(await app.End(), sentence);
        folder.Delete(recursive: true);
    }

    private static void AssertOneSentence((int ExitCode, string Output, string Errors) end, string part)
    {
        Assert.AreEqual(1, end.ExitCode);
        Assert.AreEqual("", end.Output);
        StringAssert.Contains(end.Errors, part, StringComparison.Ordinal);
        Assert.HasCount(1, end.Errors.TrimEnd().Split('\n'));
    }
}
