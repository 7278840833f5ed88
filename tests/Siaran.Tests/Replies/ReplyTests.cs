using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Replies;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Tests.Replies;

[TestClass]
public sealed class ReplyTests
{
    [TestMethod]
    [DataRow("  Sari \t Dewi\n", "Sari Dewi")]
    [DataRow("Budi\u202Ekejab\u202C", "Budibajek")]
    [DataRow("Sa\u0000ri\u0007", "Sari")]
    [DataRow("\u2066Wati\u2069\u061C", "Wati")]
    [DataRow("a\uE000\uFFF9b\u200Bc", "abc")]
    [DataRow("Cafe\u0301", "Caf\u00E9")]
    public void A_name_is_one_line_of_letters_that_are_seen(string typed, string expected) =>
        Assert.AreEqual(expected, ReplyText.Line(typed));

    [TestMethod]
    public void A_text_keeps_its_lines_and_one_empty_one_between_two() =>
        Assert.AreEqual("Satu.\n\nDua, tiga.\nEmpat.", ReplyText.Lines("\r\n Satu.\r\n\r\n\r\n\r\nDua,\ttiga.\u2028Empat. \n\n"));

    [TestMethod]
    public void Half_a_letter_is_taken_away() => Assert.AreEqual("ab", ReplyText.Line("a" + (char)0xD800 + "b"));

    [TestMethod]
    public void Letters_do_not_cover_the_lines_around_them() => Assert.AreEqual(4, ReplyText.Line("x" + new string('\u0336', 50)).Length);

    [TestMethod]
    public void All_that_is_wrong_is_said_at_once()
    {
        CollectionAssert.AreEqual(
            new[] { ReplyFlaw.NoName, ReplyFlaw.BadEmail, ReplyFlaw.NoText },
            Form(" \u200B ", "bukan surel", "\n").Flaws().ToList()
        );
        CollectionAssert.AreEqual(
            new[] { ReplyFlaw.LongName, ReplyFlaw.LongText },
            Form(new string('a', 61), "", new string('b', 2001)).Flaws().ToList()
        );
        Assert.IsEmpty(Form(new string('a', 60), "sari@nusajaya.example", new string('b', 2000)).Flaws().ToList());
    }

    [TestMethod]
    [DataRow("a@b")]
    [DataRow("sari.dewi+x@humas.example")]
    public void An_address_may_be_anything_that_has_two_sides(string email) => Assert.IsEmpty(Form("Sari", email, "Isi.").Flaws().ToList());

    [TestMethod]
    [DataRow("@b")]
    [DataRow("a@")]
    [DataRow("a@b@c")]
    [DataRow("a b@c")]
    [DataRow("<a@b>")]
    [DataRow("a@b,c@d")]
    public void An_address_that_cannot_be_one_is_said_to_be_wrong(string email) =>
        CollectionAssert.AreEqual(new[] { ReplyFlaw.BadEmail }, Form("Sari", email, "Isi.").Flaws().ToList());

    [TestMethod]
    public void So_many_are_taken_in_a_window_and_no_more()
    {
        var clock = new FakeTimeProvider();
        var throttle = new ReplyThrottle(clock);

        Assert.IsTrue(Enumerable.Range(0, 3).All(_ => throttle.TryTake("a", 3)));
        Assert.IsFalse(throttle.TryTake("a", 3));
        Assert.IsTrue(throttle.TryTake("b", 3));
        clock.Advance(ReplyThrottle.Window);
        Assert.IsTrue(throttle.TryTake("a", 3));
    }

    [TestMethod]
    public void However_many_addresses_there_are_only_so_many_are_counted()
    {
        var throttle = new ReplyThrottle(new FakeTimeProvider());
        for (var address = 0; address < ReplyThrottle.MostCounted; address++)
        {
            Assert.IsTrue(throttle.TryTake($"{address}", 2));
        }

        Assert.IsFalse(throttle.TryTake("one more", 2));
        Assert.IsTrue(throttle.TryTake("0", 2), "One that is counted goes on.");
    }

    [TestMethod]
    [DataRow("203.0.113.7:51234", 0, "203.0.113.7")]
    [DataRow("10.0.0.1, 203.0.113.7", 0, "203.0.113.7", DisplayName = "What the client says comes first, and counts for nothing.")]
    [DataRow("10.0.0.1, 203.0.113.7, 147.243.0.1:4433", 1, "203.0.113.7")]
    [DataRow("203.0.113.7", 1, "")]
    [DataRow("[2001:db8:1:2:3:4:5:6]:443", 0, "2001:db8:1:2::")]
    [DataRow("2001:db8:1:2:ffff::1", 0, "2001:db8:1:2::")]
    [DataRow("::ffff:203.0.113.7", 0, "203.0.113.7")]
    [DataRow("bukan alamat", 0, "")]
    [DataRow("", 0, "")]
    public void The_address_is_that_which_the_nearest_trusted_proxy_heard(string header, int proxies, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["X-Forwarded-For"] = header;

        Assert.AreEqual(expected, ClientAddress.Of(request, proxies));
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    [DataRow("json")]
    public void In_a_feed_nothing_that_was_written_is_mark_up(string extension)
    {
        const string evil = "<script>alert(1)</script> & https://jahat.example";
        var reply = new Reply(Guid.NewGuid(), DateTimeOffset.UnixEpoch, evil, evil + "\nDua") { ShownAt = DateTimeOffset.UnixEpoch };
        var feed = ReplyFeed.Of(Some.Release(), new ReplyList([reply], DateTimeOffset.UnixEpoch), new Site());

        var text = System.Text.Encoding.UTF8.GetString(FeedFormats.Of(extension)!.Write(feed));

        Assert.DoesNotContain("<script", extension == "json" ? feed.Entries.Single().Html + feed.Entries.Single().Headline : text);
        Assert.AreEqual(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; https://jahat.example<br>Dua</p>",
            feed.Entries.Single().Html,
            "An address is no link."
        );
        Assert.AreEqual($"urn:uuid:{reply.Id:D}", feed.Entries.Single().Id.Urn);
        Assert.IsNull(feed.Hub(extension));
    }

    private static ReplyForm Form(string name, string email, string text) =>
        ReplyForm.Read(field =>
            field switch
            {
                ReplyForm.NameField => name,
                ReplyForm.EmailField => email,
                ReplyForm.TextField => text,
                _ => "",
            }
        );
}
