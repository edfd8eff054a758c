import { gzipSync } from "node:zlib";
import { firstLoad } from "@refunds/testing/first-load";
import { build } from "esbuild";
import type { Check } from "./finding.ts";

/**
 * The size budget of a provider with its dependencies, in bytes, minified and compressed. Those of the SDKs of
 * others are in docs/figures/bench.md. The goal is 9,000. Lower it whenever the size falls. Raise it only for safety or a clearer message. Tables compress well: a whole query costs 41 bytes.
 * The rest is checks, signatures, masking, and 0.8 kB of messages. What a query proves costs 0.1 kB: a client without it could not be settled.
 * Holding an answer to the shape of its status, and a decline to the request, have 0.4 kB.
 * The largest need most of the features: signatures that are composed, of requests and of answers (or MD5), nested
 * values, settings, and conditions on what is there. The goal for a provider that signs its answers is 11,000.
 * Encrypted notifications have 0.5 kB: an option that can be left out, which decrypts them, and the call that loads the rest.
 * Of every client, 0.6 kB are what makes a call take a quarter of the CPU: searching answers for secrets, and reading them, by character,
 * streams of our own, and tables that are prepared once.
 * Whether a request can have left, before an error is believed, and where a client sends, have 0.2 kB, and that an amount is refused which nothing would send, that a key is imported in spite of errors of other code, and that
 * a replaced global fetch counts, some bytes.
 * Signatures with the other algorithms that WebCrypto has, of which decision 049 keeps the set, have 0.4 kB.
 * Each client has a stricter bound of its own, what it had when `npm run sizes` measured it, in packages/refunds/test/size.test.ts.
 * Core has a stricter budget of its own, in its tests: this one leaves room for the features that a table needs.
 */
const largestProvider = 17_790;

/** Checks the size of each provider's client with its dependencies. Also prints the size of the facade. */
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
          // Many programs receive no notification, and call neither `list()` nor `janitor()`.
          plugins: [firstLoad],
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
                `bundled with its dependencies, it has ${bytes} bytes min+gz; at most ${largestProvider} are allowed`,
              ]
            : [],
        };
      }),
  );
