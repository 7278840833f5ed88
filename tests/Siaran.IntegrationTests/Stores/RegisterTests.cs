using Siaran.Actors;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Offices, the audit of what was done for them, and the seal that shows what the service let in.</summary>
[TestClass]
public sealed class RegisterTests : PressRoomTests
{
    private static readonly OfficeRegister Register = new()
    {
        Offices = [new PressOffice("dishub", "Dinas Perhubungan")],
        Holders = [new Holder(HolderKind.Folder, "dishub", "Folder", ["dishub"])],
    };

    private static readonly BinaryData Content = BinaryData.FromString("# Jembatan Dibuka");

    [TestMethod]
    public async Task A_register_is_kept_in_the_place_of_the_one_that_was_seen_and_of_no_other()
    {
        await using var room = await OpenAsync();
        var offices = room.Service<OfficeTable>();
        Assert.IsNull((await offices.ReadAsync(default)).Version);
        Assert.IsEmpty((await offices.ReadAsync(default)).Register.Offices);

        var first = await offices.TryWriteAsync(Register, null, default);
        var second = await offices.TryWriteAsync(Register with { Holders = [] }, first, default);

        Assert.IsNotNull(second);
        Assert.IsNull(await offices.TryWriteAsync(Register, first, default));
        Assert.IsNull(await offices.TryWriteAsync(Register, null, default));
        var there = await offices.ReadAsync(default);
        Assert.AreEqual(second, there.Version);
        Assert.AreEqual("Dinas Perhubungan", there.Register.Offices.Single().Name);
        Assert.IsEmpty(there.Register.Holders);
    }

    [TestMethod]
    public async Task The_secret_is_made_once()
    {
        await using var room = await OpenAsync();
        var offices = room.Service<OfficeTable>();
        Assert.IsNull((await offices.ReadAsync(default)).Secret);

        await offices.EnsureSecretAsync(default);
        var secret = (await offices.ReadAsync(default)).Secret!.Value.ToArray();
        await offices.EnsureSecretAsync(default);

        Assert.HasCount(32, secret);
        CollectionAssert.AreEqual(secret, (await offices.ReadAsync(default)).Secret!.Value.ToArray());
    }

    [TestMethod]
    public void A_seal_is_of_this_secret_and_of_all_that_is_said()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
        var metadata = new UploadMetadata
        {
            Actor = "Sari",
            Offices = "dishub",
            Target = "t",
            ExpectedRevision = 2,
        };
        var upload = UploadSeal.Seal(new NewUpload("a.md", Content, null) { Metadata = metadata }, secret);

        Assert.IsTrue(IsWhole(upload));
        Assert.IsTrue(IsWhole(upload with { Metadata = upload.Metadata with { IsConfirmed = true } }));
        Assert.IsFalse(IsWhole(upload with { Name = "b.md" }));
        Assert.IsFalse(IsWhole(upload with { Content = BinaryData.FromString("# Lain") }));
        foreach (
            var other in (UploadMetadata[])
                [
                    upload.Metadata with
                    {
                        Actor = "Budi",
                    },
                    upload.Metadata with
                    {
                        Actor = null,
                    },
                    upload.Metadata with
                    {
                        Offices = null,
                    },
                    upload.Metadata with
                    {
                        Offices = "",
                    },
                    upload.Metadata with
                    {
                        Target = "u",
                    },
                    upload.Metadata with
                    {
                        ExpectedRevision = 3,
                    },
                    upload.Metadata with
                    {
                        ExpectedRevision = null,
                    },
                    upload.Metadata with
                    {
                        Seal = null,
                    },
                    upload.Metadata with
                    {
                        Seal = "x",
                    },
                ]
        )
        {
            Assert.IsFalse(IsWhole(upload with { Metadata = other }), $"{other}");
        }

        Assert.IsFalse(UploadSeal.IsWhole(Stored(upload), upload.Content, new byte[32]));
        Assert.IsFalse(UploadSeal.IsWhole(Stored(upload), upload.Content, null));

        bool IsWhole(NewUpload one) => UploadSeal.IsWhole(Stored(one), one.Content, secret);
    }

    [TestMethod]
    public void Metadata_come_back_as_they_were_written_and_nothing_is_written_of_none()
    {
        var metadata = new UploadMetadata
        {
            Target = "t",
            ExpectedRevision = 7,
            IsConfirmed = true,
            Actor = "Sari Ayu – Humas",
            Offices = "dishub,dinkes",
            Seal = "s",
        };

        Assert.AreEqual(metadata, UploadMetadata.Of(metadata.ToDictionary()));
        Assert.IsTrue(metadata.ToDictionary().Values.All(value => value.All(char.IsAscii)));
        Assert.IsEmpty(UploadMetadata.None.ToDictionary());
        Assert.AreEqual(UploadMetadata.None, UploadMetadata.Of(new Dictionary<string, string>()));
        Assert.AreEqual(
            UploadMetadata.None,
            UploadMetadata.Of(new Dictionary<string, string> { ["siaranrevision"] = "tujuh", ["confirmed"] = "ya" })
        );
    }

    [TestMethod]
    public async Task The_audit_has_each_change_once_the_newest_of_a_month_first()
    {
        await using var room = await OpenAsync();
        var audit = room.Service<AuditTable>();
        var id = ReleaseId.FromEditorKey("jembatan");
        var whole = Line("a", 0) with { Office = "dishub", Release = id, Revision = 2, From = "http a.md", Detail = "Keliru" };
        await audit.WriteAsync([whole, Line("b", 60), whole], default);
        await audit.WriteAsync([whole, Line("c", -60 * 60 * 24 * 30)], default);

        var lines = await audit.ReadAsync(Clock.Now.AddDays(-40), Clock.Now, null, default).ToListAsync();

        CollectionAssert.AreEqual((AuditLine[])[Line("c", -60 * 60 * 24 * 30), Line("b", 60), whole], lines);
        CollectionAssert.AreEqual(
            (AuditLine[])[whole],
            await audit.ReadAsync(Clock.Now.AddDays(-40), Clock.Now, id, default).ToListAsync()
        );
        Assert.HasCount(2, await audit.ReadAsync(Clock.Now, Clock.Now, null, default).ToListAsync());
        Assert.HasCount(1, await audit.ReadAsync(Clock.Now.AddDays(-40), Clock.Now.AddDays(-20), null, default).ToListAsync());
    }

    [TestMethod]
    public async Task The_audit_takes_more_changes_than_a_transaction_and_cuts_long_words_between_letters()
    {
        await using var room = await OpenAsync();
        var audit = room.Service<AuditTable>();
        var detail = new string('a', 999) + "😀";

        await audit.WriteAsync(
            [.. Enumerable.Range(0, 250).Select(number => Line($"k{number}", number) with { Detail = detail })],
            default
        );

        var lines = await audit.ReadAsync(Clock.Now, Clock.Now, null, default).ToListAsync();
        Assert.HasCount(250, lines);
        Assert.IsTrue(lines.TrueForAll(line => line.Detail == new string('a', 999)));
    }

    private AuditLine Line(string key, int second) => new(key, Clock.Now.AddSeconds(second), "Sari", "revised");

    private static IncomingUpload Stored(NewUpload upload) =>
        new(upload.Name, new Azure.ETag("\"1\""), StillClock.Start, upload.Content.ToMemory().Length, null) { Metadata = upload.Metadata };
}
