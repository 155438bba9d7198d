using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>Says where an element stands, in the words of a style sheet's selector.</summary>
internal static class ElementPath
{
    private const int Steps = 5;

    public static string Of(IElement? element)
    {
        var path = new List<string>();
        for (; element is not null && path.Count < Steps; element = element.ParentElement)
        {
            var id = element.Id;
            if (!string.IsNullOrEmpty(id) && id.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))
            {
                path.Add("#" + id);
                break;
            }
            path.Add(Step(element));
            if (element.LocalName is "body" or "head") break;
        }
        path.Reverse();
        return string.Join(" > ", path);
    }

    private static string Step(IElement element)
    {
        if (element.ParentElement is not { } parent) return element.LocalName;
        var (same, before) = (0, 0);
        foreach (var sibling in parent.Children)
        {
            if (sibling.LocalName != element.LocalName) continue;
            same++;
            if (sibling == element) before = same;
        }
        return same > 1 ? $"{element.LocalName}:nth-of-type({before})" : element.LocalName;
    }
}
