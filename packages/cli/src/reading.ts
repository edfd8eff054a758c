/** The commands that only read. The build makes a file of each. */
import type { CommandModule } from "./command.ts";
import { onSupportedRuntime } from "./on-supported-runtime.ts";
import { type ReadingName, readingSummaries } from "./reading-names.ts";

const loaders: Readonly<Record<ReadingName, () => Promise<CommandModule>>> = {
  providers: () => import("./commands/providers.ts"),
  doctor: () => import("./commands/doctor.ts"),
  show: () => import("./commands/show.ts"),
  open: () => import("./commands/open.ts"),
  list: () => import("./commands/list.ts"),
  export: () => import("./commands/export.ts"),
};

/** @returns the exit code */
export const run = (name: ReadingName, args: readonly string[]): Promise<number> =>
  onSupportedRuntime(async () => {
    const { runOneOf } = await import("./run-one-of.ts");
    return runOneOf([{ name, summary: readingSummaries[name], load: loaders[name] }], args);
  });
