/** `pnpm release`: rehearses a release, packs one, or publishes what was packed. */
import { join } from "node:path";
import { usable } from "@refunds/published";
import { Command } from "commander";
import type { Copy } from "./copy.ts";
import { packFolder, packRelease } from "./pack-folder.ts";
import { step } from "./progress.ts";
import { publish } from "./publish.ts";
import { rehearse } from "./rehearse.ts";
import { changelogs, tableOf } from "./report.ts";
import type { Release } from "./version.ts";

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
  if (dryRun) await dryRunRelease();
  else if (pack) await packAndTell();
  else console.log(await publish(root, process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function dryRunRelease(): Promise<void> {
  const copied = ({ folder, commit, uncommitted }: Copy) => {
    const rest = uncommitted.length > 0 ? ` and ${uncommitted.length} uncommitted files` : "";
    console.log(`Rehearsing the release of ${commit}${rest}, in ${folder}`);
  };
  const versioned = (releases: readonly Release[]) => {
    if (releases.length > 0) console.log(`\n${changelogs(releases)}\n`);
  };
  const rehearsal = await rehearse({ root, checks: usable, step, copied, versioned });
  const { releases, staying, problems } = rehearsal;
  if (releases.length === 0) {
    console.log("Nothing to release: no changeset is pending.");
    return;
  }
  console.log(`\n${tableOf(rehearsal)}`);
  if (staying.length > 0) console.log(`Not released: ${staying.join(", ")}.`);
  if (problems.length > 0) {
    throw new Error(`\n${problems.join("\n")}\n\nThis release would fail.`);
  }
  console.log("\nThis release would succeed. Nothing was published or changed.");
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
