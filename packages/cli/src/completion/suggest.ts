/** Answers a shell that asks, at each press of Tab, how the words so far can go on. */
import { type Complete, type Command as Described, RootCommand } from "@bomb.sh/tab";
import type { Command, Option } from "commander";
import { commandList } from "../command-list.ts";
import { valuesOf } from "./values.ts";

/**
 * Prints what can follow, one a line with its description.
 * @param program - has the options of every command, and no commands
 * @param words - what was typed after `refunds`; the last one is being typed
 */
export async function suggest(program: Command, words: readonly string[]): Promise<void> {
  const root = new RootCommand();
  await describe(root, program, [], words);
  for (const { name, summary, load } of commandList) {
    const described = root.command(name, summary);
    if (!words.includes(name)) continue;
    const command = (await load()).define(program.command(name));
    await describe(described, command, program.options, words);
  }
  root.parse([...words]);
}

async function describe(
  described: Described,
  command: Command,
  common: readonly Option[],
  words: readonly string[],
): Promise<void> {
  for (const option of [...command.options, ...common]) {
    const { description, required, optional } = option;
    const name = option.long?.slice(2) ?? "";
    const letter = option.short?.slice(1) ?? "";
    if (required || optional) {
      const values = isAsked(option, words) ? await valuesOf(name, option.argChoices, words) : [];
      described.option(name, description, offer(values), letter);
    } else {
      described.option(name, description, letter);
    }
  }
  for (const argument of command.registeredArguments) {
    const values = await valuesOf(argument.name(), argument.argChoices, words);
    described.argument(argument.name(), offer(values));
  }
}

const isAsked = ({ long, short }: Option, words: readonly string[]): boolean => {
  const [before, last] = words.slice(-2);
  return before === long || before === short || Boolean(last?.startsWith(`${long}=`));
};

const offer = (values: readonly string[]) => (complete: Complete) => {
  for (const value of values) complete(value, "");
};
