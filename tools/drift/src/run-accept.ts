/** One run of `docs:accept`. */
import { ProblemsFound } from "@refunds/spec-reader";
import { type Accepted, acceptPage } from "./accept.ts";
import { checkPage, pageOf } from "./check.ts";
import { findProvider, type Provider, pageText } from "./files.ts";
import { acceptPublished } from "./openapi/check.ts";
import { publishedIn } from "./openapi/published.ts";
import type { Unread } from "./reading/fact.ts";
import { propose } from "./reading/propose.ts";
import { allowedInTables, printReading } from "./reading/reading.ts";
import { printable } from "./report/printable.ts";
import { replacedBy, takenFor, whatWasRead } from "./report/what-was-read.ts";
import type { Asked } from "./run-check.ts";

/** @throws {ProblemsFound} for a spec that the generator refuses */
export type CheckSpec = (file: string, text: string) => Promise<void>;

interface Options {
  readonly checkSpec: CheckSpec;
  readonly yes?: boolean;
  readonly propose?: boolean;
  readonly section?: readonly string[];
}

/** @returns the exit code */
export async function accept({
  provider: name,
  page,
  from,
  root,
  ...options
}: Asked & Options): Promise<number> {
  const provider = findProvider(root, name);
  const { committed, spec, files } = provider;
  const given = page ?? committed?.page ?? "";
  const content = await pageText(given, from);
  const document = publishedIn(content, given);
  const run = { name, given, checkSpec: options.checkSpec };
  if (document) return await record(provider, acceptPublished(document, committed, spec), run);
  let reading = options.propose ? undefined : provider.reading;
  if (reading) {
    // Parts that are missing are a matter of the spec; another page is not to be recorded.
    const problem =
      committed && checkPage(content, committed, reading, spec, true).recognised.problem;
    if (problem) {
      console.error(`${name}: ${given} was not taken for the page: ${printable(problem)}.`);
      return 2;
    }
  } else {
    const first = pageOf(content, committed?.facts ?? [], undefined, spec);
    reading = propose(first, spec.contract, options.section).reading;
    provider.write(files.reading, printReading(reading));
    const replaced = provider.reading && replacedBy(provider.reading, reading);
    console.log(`${files.reading} is proposed:\n${replaced ?? takenFor(reading)}`);
    if (!options.yes) {
      console.log(
        `\nIs that what the page means? Correct the file where it is not, then run it again: npm run docs:accept -- ${name} ${given}`,
      );
      return 1;
    }
  }
  return await record(provider, acceptPage(content, committed, spec, reading), run);
}

interface Run {
  readonly name: string;
  readonly given: string;
  readonly checkSpec: CheckSpec;
}

async function record(provider: Provider, accepted: Accepted, run: Run): Promise<number> {
  const { name, given } = run;
  const { spec, files } = provider;
  if (accepted.status === "unreadable") {
    console.error(accepted.unread.map(lineOf).join("\n"));
    console.error(
      `\nNothing was recorded. Edit ${files.reading}, or have it proposed anew: npm run docs:accept -- ${name} ${given} --propose`,
    );
    return 2;
  }
  if (accepted.status === "refused") {
    for (const { line, message } of accepted.gaps)
      console.error(`${spec.file}:${line}  ${printable(message)}`);
    for (const one of accepted.unread)
      console.error(`${lineOf(one)}. Say in ${files.reading} what it means (${allowedInTables()})`);
    console.error(
      `\n${accepted.gaps.length} to settle in ${spec.file}; nothing was recorded. Where the spec says otherwise on purpose, say so there with x-assumption or x-contradiction.`,
    );
    return 1;
  }
  try {
    await run.checkSpec(spec.file, spec.text);
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    console.error(error.message);
    return 1;
  }
  provider.write(files.facts, accepted.content);
  const { facts, unread } = accepted.said;
  console.log(
    `${files.facts}: ${facts.length} facts, read ${accepted.read} (x-provider.read in ${spec.file}).\n${whatWasRead(facts, accepted.unread)}`,
  );
  for (const one of unread) console.log(lineOf(one));
  return 0;
}

const lineOf = ({ what, why }: Unread) => printable(`not read: ${what}: ${why}`);
