/** `npm run sizes`: measures the client of each provider, and writes `sizes.json`, which `size.test.ts` holds them to. */
import { writeFileSync } from "node:fs";
import { clientSizes } from "./client-sizes.ts";

const text = `${JSON.stringify(await clientSizes(), null, 2)}\n`;
writeFileSync(new URL("sizes.json", import.meta.url), text);
