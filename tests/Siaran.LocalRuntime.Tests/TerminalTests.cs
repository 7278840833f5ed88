using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Siaran.LocalRuntime.Storage;

namespace Siaran.LocalRuntime.Tests;

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
        Assert.AreEqual("GET /api/echo", await app.Get("/api/echo"));
        Assert.IsFalse(RunningApp.IsFree(app.BlobPort));

        await app.Signal(signal);
        var (exitCode, _, errors) = await app.End();
        Assert.AreEqual(signal == "KILL" ? 137 : 0, exitCode, errors);
        for (var wait = 0; !RunningApp.IsFree(app.BlobPort); wait++)
        {
            Assert.IsLessThan(100, wait, "Storage outlives the app.");
            await Task.Delay(100);
        }
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
        using var taken = new TcpListener(IPAddress.Loopback, StorageAddress.BesideApp(port).BlobPort);
        taken.Start();
        using var app = new RunningApp(port);
        AssertOneSentence(await app.End(), $"another program listens on {StorageAddress.BesideApp(port).BlobPort}");
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
