using System.Reflection;
using System.Runtime.CompilerServices;
using Baton.Audit;
using Baton.Desk;
using Baton.Insight;
using Baton.Journal;
using Baton.Language;
using Baton.Mail;
using Baton.Web;
using Microsoft.Extensions.Logging;

namespace Baton.EndToEnd.Tests;

/// <summary>The rooms and the arrows between them, as the compiler left them.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Program = typeof(BatonHost).Assembly;
    private static readonly Assembly Audit = typeof(AddressReader).Assembly;
    private static readonly Assembly Desk = typeof(IConversations).Assembly;
    private static readonly Assembly Insight = typeof(WeekReport).Assembly;
    private static readonly Assembly Journal = typeof(IJournal).Assembly;
    private static readonly Assembly Language = typeof(IInterpreter).Assembly;
    private static readonly Assembly Mail = typeof(Letter).Assembly;
    private static readonly Assembly Web = typeof(WebRegistration).Assembly;

    /// <summary>Which room may know which. The journal's vocabulary (events, identifiers) is what the desk's own doors speak, so Web knows it too.</summary>
    private static readonly Dictionary<Assembly, string[]> Arrows = new()
    {
        [Program] = ["Baton.Web", "Baton.Desk", "Baton.Insight", "Baton.Audit", "Baton.Language", "Baton.Mail", "Baton.Journal", "Shop"],
        [Web] = ["Baton.Desk", "Baton.Insight", "Baton.Audit", "Baton.Journal"],
        [Desk] = ["Baton.Language", "Baton.Mail", "Baton.Journal"],
        [Audit] = ["Baton.Language", "Baton.Mail", "Baton.Journal"],
        [Insight] = ["Baton.Desk", "Baton.Journal"],
        [Language] = [],
        [Mail] = [],
        [Journal] = [],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys.Select(room => room.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_other_room_than_the_design_says(string room)
    {
        var known = Room(room).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name == "Shop" || name.StartsWith("Baton", StringComparison.Ordinal));
        Assert.Empty(known.Except(Arrows[Room(room)], StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_shop_knows_nothing_of_Baton() =>
        Assert.DoesNotContain(typeof(Shop.ShopHost).Assembly.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("Baton", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_is_one_namespace(string room)
    {
        var strangers = OwnTypes(Room(room)).Where(type => type.Namespace != room).Select(type => type.FullName);
        Assert.Empty(strangers);
    }

    /// <summary>The one machine that is asked for by name: the agent falls back on it when a language model fails.</summary>
    private static readonly Type[] Named = [typeof(EmbeddedInterpreter)];

    [Theory]
    [InlineData("Baton.Audit")]
    [InlineData("Baton.Desk")]
    [InlineData("Baton.Insight")]
    [InlineData("Baton.Journal")]
    [InlineData("Baton.Language")]
    [InlineData("Baton.Mail")]
    public void What_a_room_shows_is_vocabulary_and_never_machinery(string room)
    {
        // What implements a door is reached through the door.
        var machinery = OwnTypes(Room(room))
            .Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false } && !IsRecord(type) && !Named.Contains(type))
            .Where(type => type.IsSubclassOf(typeof(Grain)) || type.GetInterfaces().Any(door => door.Assembly == Room(room) && door.IsPublic))
            .Select(type => type.Name);
        Assert.Empty(machinery);
    }

    [Fact]
    public void Decisions_are_pure_they_get_no_clock_no_store_and_no_logger()
    {
        Type[] world = [typeof(TimeProvider), typeof(IJournal), typeof(IGrainFactory), typeof(ILogger), typeof(HttpClient)];
        var decisions = OwnTypes(Desk)
            .Where(type => type.Name.EndsWith("Acts", StringComparison.Ordinal) || type.Name.EndsWith("Policy", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(decisions);
        var impure = from type in decisions
                     from method in Methods(type)
                     from parameter in method.GetParameters()
                     where world.Any(outside => outside.IsAssignableFrom(parameter.ParameterType))
                     select $"{type.Name}.{method.Name}({parameter.Name})";
        Assert.Empty(impure);
    }

    private static Assembly Room(string name) => Arrows.Keys.Single(room => room.GetName().Name == name);

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Concat<MethodBase>(type.GetConstructors());

    /// <summary>Types somebody wrote: not the compiler's, not a code generator's.</summary>
    private static IEnumerable<Type> OwnTypes(Assembly room) => room.GetTypes().Where(type =>
        !type.IsNested && type.Namespace is { } space && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        && !space.StartsWith("__Blazor", StringComparison.Ordinal) && !space.StartsWith("OrleansCodeGen", StringComparison.Ordinal) && !space.StartsWith("Microsoft.", StringComparison.Ordinal)
        && !space.StartsWith("System", StringComparison.Ordinal));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
