using Microsoft.Extensions.Options;

namespace Baton.Desk;

internal sealed class LoadOptionsValidator : IValidateOptions<LoadOptions>
{
    public ValidateOptionsResult Validate(string? name, LoadOptions options)
    {
        List<string> wrong = [];
        if (options.HardFrom < options.EmotionalFrom)
            wrong.Add($"Desk:Load:HardFrom ({options.HardFrom}) must not be below Desk:Load:EmotionalFrom ({options.EmotionalFrom}): a hard case is an emotional one.");
        if (options.WatchedWeight < options.SupervisedWeight)
            wrong.Add($"Desk:Load:WatchedWeight ({options.WatchedWeight}) must not be below Desk:Load:SupervisedWeight ({options.SupervisedWeight}): what is at risk weighs more.");
        if (options.OwnWeight < options.WatchedWeight)
            wrong.Add($"Desk:Load:OwnWeight ({options.OwnWeight}) must not be below Desk:Load:WatchedWeight ({options.WatchedWeight}): answering weighs more than watching.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
