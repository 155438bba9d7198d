using System.CommandLine;
using Baton.Training;

var data = new Option<DirectoryInfo?>("--data") { Description = "Folder with the sets clinc150, banking77, multidogo and goemotions, and tau-bench for the models of risk. Without it only the reply judge is trained, which needs the corpus alone." };
var corpus = new Option<DirectoryInfo>("--corpus") { Description = "The Baton corpus.", DefaultValueFactory = _ => new DirectoryInfo("corpus") };
var target = new Option<DirectoryInfo>("--out") { Description = "Where the models go, e.g. src/Baton.Language/Models.", Required = true };
var riskOnly = new Option<bool>("--risk-only") { Description = "Train only the models of risk, beside the message models that ship." };
var root = new RootCommand("Trains the models that ship with Baton. The same data give the same files.") { data, corpus, target, riskOnly };
root.SetAction(parsed =>
{
    var (from, written, to) = (parsed.GetValue(data)?.FullName, parsed.GetRequiredValue(corpus).FullName, parsed.GetRequiredValue(target).FullName);
    if (from is null) ShippedModels.TrainReplies(written, to);
    else if (parsed.GetValue(riskOnly)) ShippedModels.TrainRisk(from, written, to);
    else ShippedModels.Train(from, written, to);
});
return await root.Parse(args).InvokeAsync();
