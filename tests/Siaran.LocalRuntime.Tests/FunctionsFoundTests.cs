using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Tests;

#pragma warning disable CA1822, IDE0051, IDE0060 // The functions below are there to be looked at.

[TestClass]
public sealed class FunctionsFoundTests
{
    public enum Size
    {
        Small,
    }

    [TestMethod]
    [DataRow(typeof(Twice), "Two functions are named")]
    [DataRow(typeof(WithoutTrigger), "exactly one trigger")]
    [DataRow(typeof(WithEnum), "size")]
    [DataRow(typeof(WithPrivate), "public method")]
    [DataRow(typeof(WithBadName), "needs a name")]
    [DataRow(typeof(WithBadRetry), "hh:mm:ss")]
    public void A_function_that_cannot_run_is_refused_with_its_reason(Type type, string reason)
    {
        var refusal = Assert.ThrowsExactly<CannotStartException>(() => FunctionsFound.In([type]));
        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Functions_come_in_the_alphabetical_order_of_their_names()
        => Assert.AreEqual("alpha Beta gamma", string.Join(' ', FunctionsFound.In([typeof(Ordered)]).Select(function => function.Name)));

    [TestMethod]
    public void An_HTTP_trigger_without_arguments_asks_for_a_function_key_and_takes_every_method()
    {
        var trigger = new HttpTriggerAttribute();
        Assert.AreEqual(AuthorizationLevel.Function, trigger.AuthLevel);
        Assert.IsEmpty(trigger.Methods!);
        Assert.IsNull(trigger.Route);
        Assert.IsTrue(new TimerTriggerAttribute("* * * * * *").UseMonitor);
    }

    public class Twice
    {
        [Function("Same")]
        public void One([HttpTrigger] HttpRequest request)
        {
        }

        [Function("same")]
        public void Other([HttpTrigger] HttpRequest request)
        {
        }
    }

    public class WithoutTrigger
    {
        [Function("Alone")]
        public void Alone(HttpRequest request)
        {
        }
    }

    public class WithEnum
    {
        [Function("Sized")]
        public void Sized([HttpTrigger] HttpRequest request, Size size)
        {
        }
    }

    public class WithPrivate
    {
        [Function("Hidden")]
        private void Hidden([HttpTrigger] HttpRequest request)
        {
        }
    }

    public class WithBadName
    {
        [Function("a name")]
        public void Named([HttpTrigger] HttpRequest request)
        {
        }
    }

    public class WithBadRetry
    {
        [Function("Retried"), FixedDelayRetry(3, "soon")]
        public void Retried([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    public class Ordered
    {
        [Function("gamma")]
        public void Third([HttpTrigger] HttpRequest request)
        {
        }

        [Function("alpha")]
        public void First([HttpTrigger] HttpRequest request)
        {
        }

        [Function("Beta")]
        public void Second([HttpTrigger] HttpRequest request)
        {
        }
    }
}
