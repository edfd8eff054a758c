/** `pnpm docs:check` and `pnpm docs:accept`. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ProblemsFound } from "@refunds/spec-reader";
import { accept } from "./run-accept.ts";
import { check } from "./run-check.ts";
import { Unusable } from "./unusable.ts";

const repo = fileURLToPath(new URL("../../../", import.meta.url));

const page = `  <provider>     the provider's one word, as in specs/<provider>.yaml
  [page]         the page as HTML, Markdown or text, or an https address; an OpenAPI file that the provider publishes;
                 left out, the address it was last read at`;

const shared = `  --root <path>  the repo to work in
  -h, --help     show this`;

const help = {
  check: `Usage: pnpm docs:check <provider> [page] [options]

Compares a provider's documentation with what was last read of it, by specs/readings/<provider>.json, and says what a
change means for the client.

${page}

  --json         the report for programs; call pnpm --silent docs:check, so that nothing else is printed
  --whole        take what is missing for removed, where the page looks cut or a part of it was not found
${shared}

Exit code: 0 no change in facts, 1 changes, or a part that the reading does not cover, 2 the page could not be read.`,
  accept: `Usage: pnpm docs:accept <provider> [page] [options]

Writes specs/facts/<provider>.json from the page, after the spec was edited. Refuses, with the lines, while the spec does
not carry a fact of the page. Where there is no specs/readings/<provider>.json, proposes it first, and records the page
when you run it again.

${page}

  --yes          take the proposed reading as it is
  --propose      propose the reading anew
  --section <t>  propose it from the section with this title alone; may be repeated
${shared}

Exit code: 0 recorded, 1 refused, or a reading proposed, 2 the page could not be read.`,
};

/** @returns the exit code */
async function main([command = "", ...words]: readonly string[]): Promise<number> {
  if (command !== "check" && command !== "accept")
    throw new Unusable(`There is no command "${command}"; there are check and accept.`);
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
  const { root = repo, ...flags } = values;
  return command === "accept"
    ? accept({ provider, page: given, from, root, ...flags })
    : check({ provider, page: given, from, root, ...flags });
}

const options = {
  check: { json: { type: "boolean" }, whole: { type: "boolean" } },
  accept: {
    yes: { type: "boolean" },
    propose: { type: "boolean" },
    section: { type: "string", multiple: true },
  },
} as const;

function read(command: "check" | "accept", words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...(options[command] as typeof options.check & typeof options.accept),
        root: { type: "string" },
        help: { type: "boolean", short: "h" },
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
  const isTold = error instanceof Unusable || error instanceof ProblemsFound;
  console.error(isTold ? error.message : error);
}
