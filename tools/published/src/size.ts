import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Check } from "./finding.ts";

/**
 * Bytes of a provider with everything it needs, minified and compressed. Stripe's client has 33,600. A ratchet on the way back to
 * 9,000: lower it whenever the figure falls. Nothing of it is said twice: a whole query costs 41 bytes of a table, since gzip
 * has seen its like. What is left are checks, signatures, masking, and 0.8 kB of sentences.
 */
const largestProvider = 10_500;

/** A page that refunds through one provider loads no more than this: its client and all that needs. The facade's size is printed beside it. */
export const checkSize: Check = ({ packages, folder }) =>
  Promise.all(
    packages
      .filter(({ name, provider }) => provider || name === "refunds")
      .map(async ({ name, provider }) => {
        const { outputFiles } = await build({
          stdin: {
            contents: `export ${provider ? `{ ${provider.word} }` : "*"} from "${name}";`,
            resolveDir: folder,
          },
          bundle: true,
          minify: true,
          format: "esm",
          platform: "browser",
          target: "es2022",
          write: false,
          logLevel: "silent",
        });
        const bytes = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
        const large = provider && bytes > largestProvider;
        return {
          package: name,
          column: "kB min+gz",
          cell: (bytes / 1000).toFixed(2),
          problems: large
            ? [
                `bundled with everything it needs ${bytes} bytes min+gz; ${largestProvider} are allowed`,
              ]
            : [],
        };
      }),
  );
