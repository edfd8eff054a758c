import { readFileSync } from "node:fs";
import { binary } from "./command.ts";

/** The newest and the oldest supported compiler. */
export const compilers = ["typescript", "typescript5"].map((name) => {
  const manifest = import.meta.resolve(`${name}/package.json`);
  const { version }: { version: string } = JSON.parse(readFileSync(new URL(manifest), "utf8"));
  return { title: `TypeScript ${version}`, command: binary(manifest, "tsc") };
});
