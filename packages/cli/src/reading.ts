/** The commands that send nothing. The build makes one file of them, because finding and reading many takes longer than running one. */
import type { CommandModule } from "./command.ts";
import * as doctor from "./commands/doctor.ts";
import * as writeAll from "./commands/export.ts";
import * as list from "./commands/list.ts";
import * as open from "./commands/open.ts";
import * as providers from "./commands/providers.ts";
import * as show from "./commands/show.ts";
import { type ReadingName, readingSummaries } from "./reading-names.ts";
import { runOneOf } from "./run-one-of.ts";

const modules: Readonly<Record<ReadingName, CommandModule>> = {
  providers,
  doctor,
  show,
  open,
  list,
  export: writeAll,
};

/** @returns the exit code */
export const run = (name: ReadingName, args: readonly string[]): Promise<number> =>
  runOneOf([{ name, summary: readingSummaries[name], load: async () => modules[name] }], args);
