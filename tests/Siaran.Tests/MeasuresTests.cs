using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Siaran.Tests;

/// <summary>The measures that the code of the product keeps, so that each part of it can be read at sight.</summary>
[TestClass]
public sealed class MeasuresTests
{
    private const int LongestLine = 140;
    private const int LongestMethod = 40;
    private const int MostParameters = 7;

    private static readonly IReadOnlyList<SourceFile> Files =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Select(file => new SourceFile(Path.GetRelativePath(Repository.PathOf("functions"), file), File.ReadAllText(file))),
    ];

    [TestMethod]
    public void No_line_is_longer_than_a_window_is_wide_but_for_a_text_that_has_no_break()
    {
        var tooLong =
            from file in Files
            from line in file.Lines.Index()
            where line.Item.Length > LongestLine && !file.HoldsText(line.Index)
            select $"{file.Name}:{line.Index + 1}";

        AssertNone(tooLong);
    }

    [TestMethod]
    public void No_method_is_longer_than_a_screen()
    {
        var tooLong =
            from file in Files
            from node in file.Root.DescendantNodes()
            where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or BasePropertyDeclarationSyntax
            let lines = file.FilledLines(node)
            where lines > LongestMethod
            select $"{file.Name}: {NameOf(node)} has {lines} lines";

        AssertNone(tooLong);
    }

    /// <summary>Records for data are built by the names of their members and may have more.</summary>
    [TestMethod]
    public void No_constructor_asks_for_more_than_it_can_use()
    {
        var tooMany =
            from file in Files
            from node in file.Root.DescendantNodes()
            let parameters = node switch
            {
                ConstructorDeclarationSyntax constructor => constructor.ParameterList.Parameters.Count,
                RecordDeclarationSyntax => 0,
                TypeDeclarationSyntax type => type.ParameterList?.Parameters.Count ?? 0,
                _ => 0,
            }
            where parameters > MostParameters
            select $"{file.Name}: {NameOf(node)} takes {parameters}";

        AssertNone(tooMany);
    }

    [TestMethod]
    public void No_public_signature_has_a_tuple()
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var tuples =
            from type in typeof(SiaranServices).Assembly.GetExportedTypes()
            from member in type.GetMembers(declared)
            where member is MethodBase or PropertyInfo or FieldInfo && Signature(member).Any(HoldsTuple)
            select $"{type.FullName}.{member.Name}";

        AssertNone(tuples);
    }

    private static IEnumerable<Type> Signature(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    private static bool HoldsTuple(Type type) =>
        (
            type.IsGenericType
            && typeof(ITuple).IsAssignableFrom(type)
            && type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
        )
        || (type.HasElementType && HoldsTuple(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(HoldsTuple));

    private static string NameOf(SyntaxNode node) =>
        $"{node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text}.{OwnName(node)}";

    private static string OwnName(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            TypeDeclarationSyntax type => type.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => node.Kind().ToString(),
        };

    private static void AssertNone(IEnumerable<string> found)
    {
        Assert.IsGreaterThan(100, Files.Count);
        Assert.IsEmpty(found, string.Join("\n", found));
    }

    /// <param name="Name">Below <c>functions</c>.</param>
    /// <param name="Text">All of it.</param>
    private sealed record SourceFile(string Name, string Text)
    {
        public SyntaxNode Root { get; } = CSharpSyntaxTree.ParseText(Text).GetRoot();

        public IReadOnlyList<string> Lines { get; } = Text.Split('\n');

        /// <summary>Whether a string is on the line that nobody can break.</summary>
        public bool HoldsText(int line) =>
            Root.DescendantTokens()
                .Where(token => LineOf(token.SpanStart) <= line && LineOf(token.Span.End) >= line)
                .Any(token =>
                    token.Kind()
                        is SyntaxKind.StringLiteralToken
                            or SyntaxKind.SingleLineRawStringLiteralToken
                            or SyntaxKind.MultiLineRawStringLiteralToken
                            or SyntaxKind.InterpolatedStringTextToken
                );

        /// <summary>The lines of a member that hold code, without comments of their own line and its attributes.</summary>
        public int FilledLines(SyntaxNode node)
        {
            var attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
            var first = attributes is null ? node.GetFirstToken() : attributes.GetLastToken().GetNextToken();
            var from = LineOf(first.SpanStart);
            return Lines
                .Skip(from)
                .Take(LineOf(node.Span.End) - from + 1)
                .Count(line => line.AsSpan().Trim() is [_, ..] filled && !filled.StartsWith("//", StringComparison.Ordinal));
        }

        private int LineOf(int position) => Root.SyntaxTree.GetText().Lines.GetLineFromPosition(position).LineNumber;
    }
}
