/** `npm run vectors [provider...]`: holds the packages' sources to the wire vectors, with no build. `npm test` holds the tarballs to them. */
import { readdirSync, readFileSync } from "node:fs";
import { runFetchVectors, runVectors, type Vectors } from "./vectors/index.ts";

const help = `Usage: npm run vectors [provider...]

Sends the requests of specs/vectors/<provider>.json through the client and the openapi-fetch client of that
provider, in the form of the sources, and compares what leaves and what becomes of each answer.
Without a name, every provider's. Exits with 1 if a vector does not hold.
`;

const root = new URL("../../../", import.meta.url);
const folder = new URL("specs/vectors/", root);
const known = readdirSync(folder).map((file) => file.replace(".json", ""));

const names = process.argv.slice(2);
const unknown = names.filter((name) => !known.includes(name));
if (names.includes("--help")) {
  process.stdout.write(help);
} else if (unknown.length > 0) {
  process.stderr.write(
    `There is no specs/vectors/${unknown[0]}.json. There are: ${known.join(", ")}.\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : known) await check(name);
}

async function check(name: string): Promise<void> {
  const vectors = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Vectors;
  const source = new URL(`packages/${name}/src/`, root);
  const client = await import(new URL("index.ts", source).href);
  const fetchClient = await import(new URL("fetch.ts", source).href);
  const runs = {
    client: await runVectors(vectors, client[name]),
    fetch: vectors.operation
      ? await runFetchVectors(vectors, fetchClient[`${name}FetchClient`])
      : [],
  };
  for (const [what, results] of Object.entries(runs)) {
    const failed = results.filter(({ problems }) => problems.length > 0);
    process.stdout.write(
      `${name} ${what}: ${results.length - failed.length} of ${results.length} hold\n`,
    );
    for (const { kind, name: vector, problems } of failed) {
      process.exitCode = 1;
      process.stdout.write(`  ${kind} "${vector}": ${problems.join("; ")}\n`);
    }
  }
}
