import type { Copy } from "./copy.ts";
import { step } from "./progress.ts";
import { usabilityChecks } from "./published/index.ts";
import { rehearse } from "./rehearse.ts";
import { changelogs, tableOf } from "./report.ts";
import type { Release } from "./version.ts";

/** `pnpm release --dry-run`: shows what a release would do. @throws {Error} with the reason, if it would fail */
export async function dryRun(root: string): Promise<void> {
  const onCopied = ({ folder, commit, uncommitted }: Copy) => {
    const { length } = uncommitted;
    const rest = length > 0 ? ` and ${length} uncommitted ${length === 1 ? "file" : "files"}` : "";
    console.log(`Rehearsing the release of ${commit}${rest}, in ${folder}`);
  };
  const onVersioned = (releases: readonly Release[]) => {
    if (releases.length > 0) console.log(`\n${changelogs(releases)}\n`);
  };
  const rehearsal = await rehearse({
    root,
    checks: usabilityChecks,
    step,
    onCopied,
    onVersioned,
  }).catch(wouldFail);
  const { releases, staying, problems, left } = rehearsal;
  if (releases.length === 0) {
    console.log("Nothing to release: no changeset is pending.");
    return;
  }
  console.log(`\n${tableOf(rehearsal)}`);
  if (staying.length > 0) console.log(`Not released: ${staying.join(", ")}.`);
  if (problems.length > 0) {
    wouldFail(new Error(`\n${problems.join("\n")}\n\nFolders to inspect: ${left.join(", ")}`));
  }
  console.log("\nThis release would succeed. Nothing was published or changed.");
}

function wouldFail(cause: Error): never {
  throw new Error(`${cause.message}\n\nThis release would fail.`, { cause });
}
