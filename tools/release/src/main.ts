/** `pnpm release`: rehearses a release, packs one, or publishes what was packed. */
import { join } from "node:path";
import { Command } from "commander";
import { packFolder, packRelease } from "./pack-folder.ts";
import { publish } from "./publish.ts";

const root = join(import.meta.dirname, "../../..");

const program = new Command("pnpm release")
  .description(
    "Publishes what was packed. That only the release workflow does; docs/releasing.md says how a release is made.",
  )
  .option(
    "--dry-run",
    "rehearse it all in a copy of the working tree, without publishing: versions, changelogs, packing, publint, attw, installing, refunding",
  )
  .option(
    "--pack",
    `pack what the registry does not have into ${packFolder}/, after \`npm test\` has checked it`,
  )
  .addHelpText("after", "\nExits 1, with the reason, where a release would fail.")
  .parse();

const { dryRun, pack } = program.opts<{ dryRun?: boolean; pack?: boolean }>();

try {
  if (dryRun && pack) program.error("--dry-run packs, too: say one of the two");
  // Loaded only for this: the job that publishes runs none of it.
  if (dryRun) await (await import("./dry-run.ts")).dryRun(root);
  else if (pack) await packAndTell();
  else console.log(await publish(root, process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function packAndTell(): Promise<void> {
  const planned = await packRelease(root);
  const lines = planned.map(({ name, version }) => `${name}@${version}`);
  console.log(
    lines.length > 0
      ? `Packed into ${packFolder}/:\n${lines.join("\n")}`
      : "Nothing to pack: the registry has every version.",
  );
}
