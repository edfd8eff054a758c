import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

export const root = new URL("../../../../", import.meta.url);

/** Every file that is, or is about to be, in the repository. */
export const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter(Boolean)
  // Git lists a file that is deleted and not committed yet.
  .filter((path) => existsSync(new URL(path, root)));

export const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** One provider a spec. */
export const providers = readdirSync(new URL("specs/", root))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(".yaml", ""));
