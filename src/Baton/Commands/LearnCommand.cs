using System.CommandLine;
using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton;

/// <summary><c>baton learn</c>: refits the shipped models to a team's own labelled messages, its workers' corrections and how its conversations went.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Labelled messages or conversations as JSON Lines in the corpus's format, or what baton export wrote.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<DirectoryInfo>("--out") { Description = "Folder for the models; name it in Language:ModelsFolder afterwards.", Required = true };
        var command = new Command("learn", "Refit feeling, dissatisfaction, requests for a person, risk and the judge of replies to your own conversations and your workers' corrections, beginning from the shipped models.") { files, target };
        command.SetAction((parsed, cancellationToken) => BatonHost.RunAsync(
            async stop =>
            {
                var given = parsed.GetRequiredValue(files);
                if (Array.Find(given, file => !file.Exists) is { } missing) throw new UserMistakeException($"{missing.FullName} does not exist.");
                try
                {
                    var learned = TeamLearning.Learn(given.Select(file => file.FullName), await CoursesAsync(given, stop), parsed.GetRequiredValue(target).FullName);
                    await Console.Out.WriteLineAsync($"Learned from {learned.Messages} messages, {learned.Replies} labels of replies and the course of {learned.Courses} conversations, and wrote {string.Join(", ", learned.Files)}.");
                    await Console.Out.WriteLineAsync($"Measure them with: baton evaluate --models {parsed.GetRequiredValue(target)} --corpus <folder>. Use them with Language:ModelsFolder.");
                }
                catch (InvalidDataException exception)
                {
                    throw new UserMistakeException(exception.Message);
                }
            },
            cancellationToken));
        return command;
    }

    /// <summary>The courses of the conversations in the files that <c>baton export</c> wrote.</summary>
    private static async Task<List<KnownCourse>> CoursesAsync(IEnumerable<FileInfo> files, CancellationToken cancellationToken)
    {
        var courses = new List<KnownCourse>();
        foreach (var file in files.Where(file => TeamLearning.IsExport(file.FullName)))
        {
            await using var stream = file.OpenRead();
            try
            {
                await foreach (var course in PastCourses.ReadAsync(ExportedEvents.ReadAsync(stream, cancellationToken), cancellationToken)) courses.Add(course);
            }
            catch (ImportException exception)
            {
                throw new UserMistakeException($"{file.FullName}: {exception.Message}");
            }
        }

        return courses;
    }
}
