import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the main entry point runs in a browser: its bundle imports nothing from Node and is small", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
    outdir: "unused",
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external),
  );
  expect(outside).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => /sqlite|postgres|core/.test(path))).toEqual(
    [],
  );
  // Before compression: that each state names each of its groups has 94 bytes, that a payment is listed from its own records 137.
  expect(outputFiles[0]?.contents.length).toBeLessThan(22_456);
});
