/** The numbers that the site shows, each read from what a command wrote. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LostReplies, readLostReplies } from "./evidence/lost-replies.ts";
import { readSizes, type Sizes } from "./evidence/sizes.ts";

export interface Numbers {
  readonly providers: number;
  /** Measurements of faults: `npm run safety -- faults`. */
  readonly faults: number;
  readonly lostReplies: LostReplies;
  readonly sizes: Sizes;
}

export function readNumbers(root: string): Numbers {
  const count = (folder: string, ending: string) =>
    readdirSync(join(root, folder)).filter((name) => name.endsWith(ending)).length;
  const page = readFileSync(join(root, "docs/faults.md"), "utf8");
  const [, measurements] = /(\d+) measurements/.exec(page) ?? [];
  if (measurements === undefined)
    throw new Error("docs/faults.md does not say how many measurements it has.");
  return {
    providers: count("specs", ".yaml"),
    faults: Number(measurements),
    lostReplies: readLostReplies(root),
    sizes: readSizes(root),
  };
}
