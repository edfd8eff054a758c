/** One run of `docs:accept`. */
import { type Accepted, acceptPage } from "./accept.ts";
import { checkPage, pageOf } from "./check.ts";
import { findProvider, type Provider, pageText } from "./files.ts";
import { acceptPublished } from "./openapi/check.ts";
import { publishedIn } from "./openapi/published.ts";
import type { Unread } from "./reading/fact.ts";
import { propose } from "./reading/propose.ts";
import { printReading } from "./reading/reading.ts";
import { printable } from "./report/printable.ts";
import { takenFor, whatWasRead } from "./report/what-was-read.ts";
import type { Asked } from "./run-check.ts";

interface Options {
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
  const run = { name, given };
  if (document) return record(provider, acceptPublished(document, committed, spec), run);
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
    console.log(`${files.reading} is proposed:\n${takenFor(reading)}`);
    if (!options.yes) {
      console.log(
        `\nIs that what the page means? Correct the file where it is not, then run it again: pnpm docs:accept ${name} ${given}`,
      );
      return 1;
    }
  }
  return record(provider, acceptPage(content, committed, spec, reading), run);
}

interface Run {
  readonly name: string;
  readonly given: string;
}

function record(provider: Provider, accepted: Accepted, { name, given }: Run): number {
  const { spec, files } = provider;
  if (accepted.status === "unreadable") {
    console.error(accepted.unread.map(lineOf).join("\n"));
    console.error(
      `\nNothing was recorded. Edit ${files.reading}, or have it proposed anew: pnpm docs:accept ${name} ${given} --propose`,
    );
    return 2;
  }
  if (accepted.status === "refused") {
    for (const { line, message } of accepted.gaps)
      console.error(`${spec.file}:${line}  ${printable(message)}`);
    console.error(
      `\n${accepted.gaps.length} to settle in ${spec.file}; nothing was recorded. Where the spec says otherwise on purpose, say so there with x-assumption or x-contradiction.`,
    );
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
