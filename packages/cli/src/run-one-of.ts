/** Reads the command line, runs one command, and turns what it threw into a message and an exit code. */
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import type { CommandModule, ListedCommand } from "./command.ts";
import { CommandLine } from "./command-line.ts";
import { refuse } from "./errors.ts";
import { type ExitCode, exitCodeHelp, exitCodes } from "./output/exit-codes.ts";
import { reportFailure } from "./output/failure.ts";
import { printJson, say, stdout } from "./output/streams.ts";

/** Answers a shell that asks how words can go on. */
type Suggest = (program: CommandLine, words: readonly string[]) => Promise<void>;

/**
 * @param commands - those that can run
 * @returns the exit code
 */
export async function runOneOf(
  commands: readonly ListedCommand[],
  args: readonly string[],
  suggest?: Suggest,
): Promise<number> {
  const result: { code: ExitCode } = { code: exitCodes.done };
  const program = newProgram();
  for (const { name, summary } of commands) {
    program
      .command(name)
      .summary(summary)
      .description(capital(`${summary}.`));
  }
  program.hook("preSubcommand", async (_, command) => {
    const module = await commands.find(({ name }) => name === command.name())?.load();
    if (!module || !(command instanceof CommandLine)) return;
    command.needsOneOf = module.needsOneOf ?? [];
    module
      .define(command)
      .addHelpText("after", exitCodeHelp)
      .action(async () => {
        result.code = await perform(module, command);
      });
  });
  const [first, ...rest] = args;
  try {
    if (suggest && first === "complete" && rest[0] === "--") {
      await suggest(newProgram(), rest.slice(1));
      return exitCodes.done;
    }
    // `help refund` is `refund --help`, which loads the command.
    const given = first === "help" ? [...rest, "--help"] : args;
    await program.parseAsync(given.length > 0 ? given : ["--help"], { from: "user" });
    return result.code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      // The parser has printed the words, and may not have come as far as this option.
      if (args.includes("--json")) printJson({ error: { code: "usage", message: error.message } });
      return exitCodes.usage;
    }
    const { json, verbose } = program.opts();
    return reportFailure(error, { json, verbose });
  }
}

function newProgram(): CommandLine {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const program = new CommandLine("refunds")
    .description("Refund payments through any provider. One key refunds at most once.")
    .version(version, "-V, --version", "print the version number")
    .option("-c, --config <file>", "the configuration (default: the nearest refunds.config.ts)")
    .option("--json", "print JSON to stdout, and words only to stderr")
    .option("--verbose", "with an error, print where it happened")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout().write(text),
      writeErr: (text) => say(text.trimEnd()),
    })
    .addHelpText(
      "after",
      `\nStart with \`npx refunds init\`. Credentials come from the configuration and the environment, never from arguments.\n\`npx refunds help <command>\` prints a command's options and examples.\n${exitCodeHelp}`,
    )
    .showHelpAfterError("(add --help for the options and examples)")
    .exitOverride();
  return program;
}

async function perform(module: CommandModule, command: CommandLine): Promise<ExitCode> {
  const options = command.optsWithGlobals();
  if (module.printsTextOnly && options.json)
    return refuse("usage", `${command.name()} prints text only: leave out --json.`);
  return module.action(options as never, ...command.processedArgs);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
