/** `src/md5.ts`: WebCrypto has no MD5. Only packages that need it depend on a library. */
import type { Provider } from "../model.ts";
import { doc, header } from "./text.ts";

/** Small, audited and without dependencies. */
export const md5Library = "@noble/hashes";

/** Loads `src/md5.ts` at the first digest, so that importing the package stays quick. */
export const md5Loader = `const md5 = async (bytes: Uint8Array) => (await import("./md5.ts")).md5(bytes);

`;

export const needsMd5 = ({ table, notification }: Provider): boolean =>
  JSON.stringify([table, notification]).includes('"MD5"');

export const printMd5 = ({ spec }: Provider): string =>
  [
    header(spec),
    doc(["All that is needed of the library. A bundler leaves out what this does not name."]),
    `export { md5 } from "${md5Library}/legacy.js";\n`,
  ].join("");
