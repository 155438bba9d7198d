using System.Runtime.InteropServices;
using Baton.LoadGenerator;

var settings = Settings.From(args);
var report = new Report();
Console.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors; {settings.Rounds} rounds, stretches of {settings.Stretch.TotalSeconds} s, medians");
if (settings.Parts.Contains("throughput")) await Throughput.RunAsync(settings, report);
if (settings.Parts.Contains("wall")) await WallLatency.RunAsync(settings, report);
if (settings.Parts.Contains("growth")) await Growth.RunAsync(settings, report);
if (settings.Parts.Contains("memory")) await Memory.RunAsync(settings, report);
if (settings.Json is { } json) await report.SaveAsync(json);
