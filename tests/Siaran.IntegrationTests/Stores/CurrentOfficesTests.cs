using Siaran.Actors;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>The register of offices is asked for once, and again when it may have changed.</summary>
[TestClass]
public sealed class CurrentOfficesTests : PressRoomTests
{
    private static readonly OfficeRegister Register = new() { Offices = [new PressOffice("dishub", "Dinas Perhubungan")] };

    private int calls;

    [TestMethod]
    public async Task It_is_read_once_within_its_freshness()
    {
        await using var room = await OpenAsync(Watching(_ => calls++));
        var (offices, freshness) = (room.Service<CurrentOffices>(), room.Service<Site>().Freshness);
        Assert.AreEqual("", await NamesAsync(offices, 1));
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);

        Assert.AreEqual("", await NamesAsync(offices, 0));
        Clock.Now += freshness - TimeSpan.FromTicks(1);
        Assert.AreEqual("", await NamesAsync(offices, 0));
        Clock.Now += TimeSpan.FromTicks(1);
        Assert.AreEqual("Dinas Perhubungan", await NamesAsync(offices, 1));
        Assert.AreEqual("Dinas Perhubungan", await NamesAsync(offices, 0));
    }

    [TestMethod]
    public async Task What_this_instance_has_written_is_read_at_once()
    {
        await using var room = await OpenAsync(Watching(_ => calls++));
        var offices = room.Service<CurrentOffices>();
        Assert.AreEqual("", await NamesAsync(offices, 1));
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);

        offices.Forget();

        Assert.AreEqual("Dinas Perhubungan", await NamesAsync(offices, 1));
        Assert.AreEqual("Dinas Perhubungan", await NamesAsync(offices, 0));
    }

    [TestMethod]
    public async Task The_secret_is_made_when_it_is_first_asked_for_and_the_same_for_all()
    {
        await using var room = await OpenAsync();
        await using var second = new PressRoom(Storage, Clock);

        var secret = (await room.Service<CurrentOffices>().SecretAsync(default)).ToArray();

        Assert.HasCount(32, secret);
        CollectionAssert.AreEqual(secret, (await room.Service<CurrentOffices>().SecretAsync(default)).ToArray());
        CollectionAssert.AreEqual(secret, (await second.Service<CurrentOffices>().SecretAsync(default)).ToArray());
    }

    private async Task<string> NamesAsync(CurrentOffices offices, int expectedCalls)
    {
        calls = 0;
        var names = string.Join(' ', (await offices.GetAsync(default)).Register.Offices.Select(office => office.Name));
        Assert.AreEqual(expectedCalls, calls);
        return names;
    }
}
