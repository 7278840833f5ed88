namespace Siaran.Tests;

[TestClass]
public sealed class EditDistanceTests
{
    [TestMethod]
    [DataRow("gubernur", "gubernur", 0)]
    [DataRow("gubernur", "gubenur", 1, DisplayName = "One letter dropped")]
    [DataRow("gubernur", "gubernurr", 1, DisplayName = "One letter added")]
    [DataRow("gubernur", "gubernor", 1, DisplayName = "One letter changed")]
    [DataRow("gubernur", "gubenrur", 1, DisplayName = "Two neighbours swapped")]
    [DataRow("gubernur", "guberrun", 2, DisplayName = "Two letters changed places")]
    [DataRow("gubernur", "bupati", 3, DisplayName = "Too far is told as one more than asked for")]
    [DataRow("", "ab", 2)]
    public void Distances_are_those_of_single_slips(string one, string other, int distance)
    {
        Assert.AreEqual(distance, EditDistance.Of(one, other, 2));
        Assert.AreEqual(distance, EditDistance.Of(other, one, 2));
    }
}
