/** What each provider's client weighs, bundled with its dependencies. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { firstLoad } from "@refunds/testing/first-load";
import { type BuildOptions, build } from "esbuild";
import { providers } from "../../src/index.ts";

const source = fileURLToPath(new URL("../../src/index.ts", import.meta.url));

export const names = Object.keys(providers);

/** Bundles exports of `refunds`, from source. */
export function bundled(exported: string, plugins: NonNullable<BuildOptions["plugins"]> = []) {
  return build({
    stdin: { contents: `export { ${exported} } from "${source}";`, resolveDir: "/" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    conditions: ["refunds-source"],
    plugins: [firstLoad, ...plugins],
  });
}

/** In bytes, minified and compressed. */
export const sizeOf = async (
  exported: string,
  plugins: NonNullable<BuildOptions["plugins"]> = [],
): Promise<number> =>
  gzipSync((await bundled(exported, plugins)).outputFiles?.[0]?.contents ?? "", { level: 9 })
    .length;

/** By provider. */
export async function clientSizes(): Promise<Readonly<Record<string, number>>> {
  const sizes = names.map(async (name) => [name, await sizeOf(name)] as const);
  return Object.fromEntries(await Promise.all(sizes));
}
