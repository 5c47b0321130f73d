using System.CommandLine;
var root = new RootCommand("Lamella");
return root.Parse(args).Invoke();
