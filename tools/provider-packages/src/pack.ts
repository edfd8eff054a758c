/** Packs the package of each provider, and checks the tarballs with publint and attw. Exits with 1 if there is a problem. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tarballProblems } from "./lint.ts";
import { listProviderPackages } from "./provider-packages.ts";

const own = join(import.meta.dirname, "..");
const folder = join(own, ".pack/tarballs");
const providers = listProviderPackages();

rmSync(folder, { recursive: true, force: true });
const filters = providers.map(({ name }) => `--filter=${name}`);
const packed = spawnSync(
  "pnpm",
  ["--recursive", ...filters, "pack", "--out", join(folder, "%s.tgz")],
  // On Windows, pnpm is a script.
  { cwd: own, encoding: "utf8", shell: process.platform === "win32" },
);
if (packed.status !== 0) throw new Error(`pnpm pack failed:\n${packed.stdout}${packed.stderr}`);

for (const provider of providers) {
  const tarball = join(provider.folder, ".pack/package.tgz");
  mkdirSync(join(provider.folder, ".pack"), { recursive: true });
  const fileName = provider.name.replace("@", "").replace("/", "-");
  renameSync(join(folder, `${fileName}.tgz`), tarball);
  for (const problem of await tarballProblems(readFileSync(tarball))) {
    console.error(`${provider.name}: ${problem}`);
    process.exitCode = 1;
  }
}
rmSync(folder, { recursive: true, force: true });
