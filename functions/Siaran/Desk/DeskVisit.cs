using Microsoft.AspNetCore.Http;
using Siaran.Actors;

namespace Siaran.Desk;

/// <summary>A request that was let in.</summary>
/// <param name="User">Whoever sent it.</param>
/// <param name="Register">By which it is decided what belongs to whom.</param>
/// <param name="View">Draws the answer.</param>
/// <param name="Query">Of the address.</param>
/// <param name="Form">What was sent; empty for a request that only looks.</param>
/// <param name="Secret">Signs links.</param>
public sealed record DeskVisit(
    DeskUser User,
    OfficeRegister Register,
    DeskView View,
    IQueryCollection Query,
    IFormCollection Form,
    ReadOnlyMemory<byte> Secret
)
{
    public DateTimeOffset Now => View.Now;

    /// <summary>A field of the form; empty where it was not sent.</summary>
    public string Field(string name) => Form[name].ToString().Trim();

    /// <summary>The offices that the user writes for, by id; none where offices are not kept apart.</summary>
    public IReadOnlyList<PressOffice> Offices => [.. Register.Offices.Where(office => User.Actor.ActsFor(office.Id))];
}
