import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { expect, test } from "vitest";
import { bundled, clientSizes, names, sizeOf } from "./sizes/client-sizes.ts";
import sizes from "./sizes/sizes.json" with { type: "json" };

/**
 * What `createRefunds` may add to a provider, in bytes, minified and compressed. Lower it whenever the size falls. Raise it only for safety or a clearer
 * message. The journal's rules and records have half of it. Sending again under a key, and what its
 * answers prove, have 2.6 kB, of which 50 bytes read JSON numbers with an exponent and end long lists of errors. Keeping apart what
 * was sent to different systems of a provider has 0.3 kB, that a refund id belongs to one attempt 0.3 kB, that a failure may be an
 * earlier attempt's 0.2 kB, and what was to be sent again and never left 0.3 kB. That the history names the notification
 * that was the reason to ask, and that clientFrom() reads every option by its name, have a few bytes, and that reconcile() keeps environments apart for settled refunds, too, has 16. That every group of states is a rule in one table has 46 bytes. That a
 * live account is refused without a journal, and that every call that rejects has an event with its error, has 0.3 kB. That a message names the
 * modules of the journals, and that an account whose `sentTo` throws is refused, have 30 bytes; that the journal in memory lists a payment from its own records, 43. Lists, the janitor and notifications are loaded when they are first asked for.
 */
const ceiling = 16_932;
/** How much larger than in `sizes.json` a client may be, before its size must be measured again and read in a diff. */
const tolerance = 1.01;

const [first = ""] = names;
const packages = new URL("../../", import.meta.url);

/** Twenty more providers in the facade's list, each with a package of its own: a copy of the first. */
const more: Plugin = {
  name: "more providers",
  setup({ onLoad, onResolve }) {
    const copies = Array.from({ length: 20 }, (_, at) => `more${at}`);
    onLoad({ filter: /generated\/providers\.ts$/ }, async ({ path }) => {
      const imports = copies.map(
        (copy) => `import { ${first} as ${copy} } from "${copy}/index.ts";`,
      );
      const list = await readFile(path, "utf8");
      const longer = list.replace("providers = {", `providers = { ${copies.join(", ")},`);
      const contents = `${imports.join("\n")}\n${longer}\nexport { ${copies.join(", ")} };`;
      return { contents, loader: "ts" };
    });
    const copied = (path: string) => ({ path, namespace: "more", sideEffects: false });
    onResolve({ filter: /^more\d/ }, ({ path }) => copied(path));
    onResolve({ filter: /^\.\//, namespace: "more" }, ({ path, importer }) =>
      copied(`${dirname(importer)}/${basename(path)}`),
    );
    onLoad({ filter: /./, namespace: "more" }, async ({ path }) => ({
      contents: await readFile(new URL(`${first}/src/${basename(path)}`, packages), "utf8"),
      loader: "ts",
      resolveDir: fileURLToPath(new URL(first, packages)),
    }));
  },
};

test("no client has grown by more than 1 % since its size was written", async () => {
  const grown = Object.entries(await clientSizes()).filter(
    ([name, bytes]) => !(bytes <= tolerance * ((sizes as Record<string, number>)[name] ?? 0)),
  );
  const advice = "Run `npm run sizes`, and say in the commit what the bytes are for.";
  expect(Object.fromEntries(grown), advice).toEqual({});
});

test("what createRefunds adds to a provider does not grow", async () => {
  const added = await Promise.all(
    names.map(async (name) => (await sizeOf(`createRefunds, ${name}`)) - (await sizeOf(name))),
  );
  expect(Math.max(...added)).toBeLessThan(ceiling);
  // Far below, the bundle would have lost something.
  expect(Math.min(...added)).toBeGreaterThan(ceiling / 2);
});

test("it has the same size, however many providers there are", async () => {
  const exported = `createRefunds, ${first}`;
  // The minifier chooses other names for variables.
  const growth = (await sizeOf(exported, [more])) - (await sizeOf(exported));
  expect(Math.abs(growth)).toBeLessThan(20);
  // They are there: what names them all does grow.
  expect(await sizeOf("providers", [more])).toBeGreaterThan((await sizeOf("providers")) + 1000);
});

test("only what no refund needs after it was sent is loaded later", async () => {
  const { metafile } = await bundled("createRefunds");
  const [output] = Object.values(metafile.outputs);
  const later = output?.imports.map(({ path }) => path).sort();
  expect(later).toEqual(["./janitor.ts", "./list.ts", "./notification.ts"]);
  // Another import of them would load them at first.
  const loaded = Object.keys(output?.inputs ?? {}).map((path) => basename(path));
  expect(loaded).toEqual(expect.arrayContaining(["reconcile.ts", "record-evidence.ts"]));
  for (const file of ["cursor.ts", "janitor-lease.ts", "notified-refund.ts"])
    expect(loaded).not.toContain(file);
});
