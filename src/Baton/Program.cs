using System.CommandLine;
using Baton;

var root = new RootCommand("Customer service in which an AI agent answers first, people supervise it, and the handoff is the product.")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    AccountsCommand.Create(),
    KeysCommand.Create(),
    ProjectionsCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    MailCommand.Create(),
    EvaluateCommand.Create(),
    ReadCommand.Create(),
    JudgeCommand.Create(),
    LearnCommand.Create(),
    ThresholdsCommand.Create(),
    WaitsCommand.Create(),
    AuditCommand.Create(),
    SimulateCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
