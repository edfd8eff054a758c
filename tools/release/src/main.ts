/** `pnpm release`: rehearses a release, packs it, or publishes the packed tarballs. */
import { join } from "node:path";
import { Command } from "commander";
import { packFolder, packRelease } from "./pack-folder.ts";
import { publish } from "./publish.ts";

const root = join(import.meta.dirname, "../../..");

const program = new Command("pnpm release")
  .description(
    "Publishes the packed tarballs. Only the release workflow can do this; see docs/releasing.md.",
  )
  .option(
    "--dry-run",
    "rehearse a release in a copy of the working tree, without publishing: versions, changelogs, packing, publint, attw, installing, refunding",
  )
  .option(
    "--pack",
    `pack all versions that are not in the registry into ${packFolder}/; run \`npm test\` first`,
  )
  .addHelpText("after", "\nExits with 1 and the reason if a release would fail.")
  .parse();

const { dryRun, pack } = program.opts<{ dryRun?: boolean; pack?: boolean }>();

try {
  if (dryRun && pack) program.error("Use either --dry-run or --pack; --dry-run also packs.");
  // Loaded only here, so that the job that publishes runs none of this code.
  if (dryRun) await (await import("./dry-run.ts")).dryRun(root);
  else if (pack) await packAndReport();
  else console.log(await publish(root, process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function packAndReport(): Promise<void> {
  const planned = await packRelease(root);
  const lines = planned.map(({ name, version }) => `${name}@${version}`);
  console.log(
    lines.length > 0
      ? `Packed into ${packFolder}/:\n${lines.join("\n")}`
      : "Nothing to pack: the registry has all versions.",
  );
}
