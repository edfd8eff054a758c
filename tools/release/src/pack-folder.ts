import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listPackages, tarballOf } from "@refunds/published/packages";
import { mustRun } from "./must-run.ts";
import { changeset, underPnpm } from "./tools.ts";

/** Where the tarballs of a release wait, with the plan of it: the form that `changeset publish --from-pack-dir` takes. */
export const packFolder = ".pack";

/** A tarball that waits to be published. */
interface Planned {
  readonly name: string;
  readonly version: string;
  /** `path` inside the folder; `integrity` as `sha256-` and base64. */
  readonly tarball: { readonly path: string; readonly integrity: string };
}

/**
 * Packs every version that the registry does not have into `.pack`.
 * @throws where the registry cannot be asked, or where a tarball is not byte for byte the one that was checked
 */
export async function packRelease(root: string): Promise<readonly Planned[]> {
  const folder = join(root, packFolder);
  rmSync(folder, { recursive: true, force: true });
  const command = [...changeset, "pack", "--out-dir", packFolder];
  await mustRun(underPnpm(root, command), root);
  const planned = readPlan(root);
  const checked = new Map(listPackages(root).map((each) => [each.name, tarballOf(each.folder)]));
  const others = planned.filter(({ name, tarball }) => {
    const file = checked.get(name) ?? "";
    return !existsSync(file) || integrityOf(file) !== tarball.integrity;
  });
  if (others.length > 0) {
    throw new Error(
      `The tarball of ${others.map(({ name }) => name).join(", ")} is not the one that was checked. Run \`npm test\`, which packs and checks them all, and then this.`,
    );
  }
  return planned;
}

/** What waits in `.pack`. @throws where nothing was packed, or a tarball is not what the plan says */
export function readPlan(root: string): readonly Planned[] {
  const file = join(root, packFolder, "publish-plan.json");
  if (!existsSync(file)) {
    throw new Error(
      `There is no ${packFolder}/publish-plan.json. Run \`pnpm release --pack\`; in the workflow, the job before this one does.`,
    );
  }
  const { plan } = JSON.parse(readFileSync(file, "utf8"));
  const planned: Planned[] = plan.flat().filter(({ kind }: { kind: string }) => kind === "publish");
  for (const { name, tarball } of planned) {
    const path = join(root, packFolder, tarball.path);
    if (!existsSync(path) || integrityOf(path) !== tarball.integrity) {
      throw new Error(
        `${packFolder}/${tarball.path} is not the tarball of ${name} that was packed. Nothing was published. Run the workflow again.`,
      );
    }
  }
  return planned;
}

const integrityOf = (file: string): string =>
  `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
