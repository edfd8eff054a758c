/** Moves what the compiler wrote for all providers to the `dist/` of each. */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listProviderPackages } from "./provider-packages.ts";

const built = join(import.meta.dirname, "../.pack/built");

for (const { word, folder } of listProviderPackages()) {
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  renameSync(join(built, word, "src"), join(folder, "dist"));
}
rmSync(built, { recursive: true });
