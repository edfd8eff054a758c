/** `pnpm docs:check` and `pnpm docs:accept`. Node's own argument parser: a library's loading would be a sixth of a check. */
import { fileURLToPath } from "node:url";
import { Unusable } from "./unusable.ts";

// Importing node:util by name runs all of its lazy parts, which costs a tenth of a check.
const { parseArgs } = process.getBuiltinModule("node:util");
const repo = fileURLToPath(new URL("../../../", import.meta.url));

const page = `  <provider>     the provider's one word, as in specs/<provider>.yaml
  [page]         the page as HTML, Markdown or text, or an https address; left out, the address it was last read at`;

const shared = `  --whole        take what is missing for removed, even where the page looks cut or like another one
  --root <path>  the repo to work in
  -h, --help     show this`;

const help = {
  check: `Usage: pnpm docs:check <provider> [page] [options]

Compares a provider's documentation page with what was last read of it, and says what a change means for the client.

${page}

  --json         the report for programs; call pnpm --silent docs:check, so that nothing else is printed
${shared}

Exit code: 0 no change in facts, 1 changes, 2 the page could not be read.`,
  accept: `Usage: pnpm docs:accept <provider> [page] [options]

Writes specs/facts/<provider>.json from the page, after the spec was edited. Refuses, with the lines, while the spec does
not carry a fact of the page.

${page}

${shared}

Exit code: 0 recorded, 1 refused, 2 the page could not be read.`,
};

/** @returns the exit code */
async function main([command = "", ...words]: readonly string[]): Promise<number> {
  if (command !== "check" && command !== "accept") {
    throw new Unusable(`There is no command "${command}"; there are check and accept.`);
  }
  const { values, positionals } = read(command, words);
  if (values.help) {
    console.log(help[command]);
    return 0;
  }
  const [provider, given, ...more] = positionals;
  if (!provider) throw new Unusable(`Which provider? See pnpm docs:${command} --help.`);
  if (more.length > 0) throw new Unusable(`One page at a time; what is "${more.join(" ")}"?`);
  // pnpm runs scripts at the root; a file is meant from where it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  const asked = { provider, page: given, from, root: values.root, whole: values.whole };
  if (command === "accept") return (await import("./run-accept.ts")).accept(asked);
  return (await import("./run-check.ts")).check({ ...asked, json: values.json });
}

function read(command: string, words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        whole: { type: "boolean", default: false },
        root: { type: "string", default: repo },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unusable(`${reason}\nSee pnpm docs:${command} --help.`);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  console.error(error instanceof Unusable ? error.message : error);
}
