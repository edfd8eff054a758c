import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

// The size budget of core, in bytes. Lower it whenever the size falls. Raise it only for safety or a clearer message. Users
// also load the features that their provider needs, and its table. What the event `sent` says of a request has 16 bytes. Reading
// numbers by character, streams of our own, and preparing a table once have 230: a call takes two thirds of the CPU.
// The table for forms and tools has 20. A signature that cannot be made has 28, so that it is an outcome. Asking whether a request
// can have left, before an error is believed, has 120: without it a refund was sent three times. That it cannot leave after it was
// reported as not sent, has 12. Where a client sends, which a journal keeps, has 27. What an answer says that leaves the refund
// open, with its id, has 31. That a refund never ignores an amount, has 36. That it says so of a replaced global fetch, has 17.
const ceiling = 9_577;

test("core without any feature, minified and gzipped with all it needs, does not grow", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve("../src/client.ts"))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  const text = outputFiles[0]?.text ?? "";
  const size = gzipSync(text, { level: 9 }).length;
  expect(size).toBeLessThan(ceiling);
  // Far below, the bundle would have lost something.
  expect(size).toBeGreaterThan(ceiling / 2);
  // A feature that is loaded without being named is one for everybody.
  for (const word of [
    "onRequest",
    "importKey",
    "randomUUID",
    "BEGIN",
    "KMFRW",
    "access token was refused",
  ]) {
    expect(text).not.toContain(word);
  }
});
