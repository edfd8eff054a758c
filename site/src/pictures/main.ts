/** `npm run pictures`: draws the pictures of the documentation from data. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pictures } from "./pictures.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
for (const [file, svg] of Object.entries(await pictures(root))) {
  writeFileSync(join(root, file), svg);
  console.log(file);
}
