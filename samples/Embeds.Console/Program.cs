System.Console.WriteLine("embeds");
