import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./must-run.ts";
import { listPackages, tarballOf } from "./published/packages.ts";
import { changeset, underPnpm } from "./tools.ts";

/** The folder with a release's tarballs and plan, in the format of `changeset publish --from-pack-dir`. */
export const packFolder = ".pack";

/** A tarball to publish. */
interface Planned {
  readonly name: string;
  readonly version: string;
  /** `path` is relative to the folder. `integrity` is `sha256-` and Base64. */
  readonly tarball: { readonly path: string; readonly integrity: string };
}

/**
 * Packs all versions that are not in the registry into `.pack`.
 * @throws {Error} if the registry is not available, or a tarball differs from the one that was checked
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
      `The tarball of ${others.map(({ name }) => name).join(", ")} differs from the one that was checked. Run \`npm test\`, which packs and checks all tarballs, and then run this command again.`,
    );
  }
  return planned;
}

/** Reads the plan in `.pack`. @throws {Error} if nothing was packed, or a tarball does not match the plan */
export function readPlan(root: string): readonly Planned[] {
  const file = join(root, packFolder, "publish-plan.json");
  if (!existsSync(file)) {
    throw new Error(
      `${packFolder}/publish-plan.json does not exist. Run \`pnpm release --pack\` first. In the workflow, the previous job does this.`,
    );
  }
  const { plan } = JSON.parse(readFileSync(file, "utf8"));
  const planned: Planned[] = plan.flat().filter(({ kind }: { kind: string }) => kind === "publish");
  for (const { name, tarball } of planned) {
    const path = join(root, packFolder, tarball.path);
    if (!existsSync(path) || integrityOf(path) !== tarball.integrity) {
      throw new Error(
        `${packFolder}/${tarball.path} differs from the tarball of ${name} that was packed. Nothing was published. Run the workflow again.`,
      );
    }
  }
  return planned;
}

const integrityOf = (file: string): string =>
  `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
