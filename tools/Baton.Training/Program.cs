using System.CommandLine;
using Baton.Training;

var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the sets clinc150, banking77, multidogo and goemotions.", Required = true };
var corpus = new Option<DirectoryInfo>("--corpus") { Description = "The Baton corpus.", DefaultValueFactory = _ => new DirectoryInfo("corpus") };
var target = new Option<DirectoryInfo>("--out") { Description = "Where the models go, e.g. src/Baton.Language/Models.", Required = true };
var root = new RootCommand("Trains the models that ship with Baton. The same data give the same files.") { data, corpus, target };
root.SetAction(parsed => ShippedModels.Train(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(corpus).FullName, parsed.GetRequiredValue(target).FullName));
return await root.Parse(args).InvokeAsync();
