import type { CallResult } from "../call-result.ts";
import type { Level } from "../rule.ts";
import type { Result, Run } from "../run-scenarios.ts";
import { type LostReply, lostReplyNames, type Scenario } from "../scenario.ts";
import type { Subject } from "../subject.ts";

/** What became of one subject; `failed` where it could not be measured. */
export type Row =
  | Result
  | {
      readonly subject: Pick<Subject, "name" | "package" | "version" | "own">;
      readonly failed: string;
    };

export const measured = (row: Row): row is Result => "verdict" in row;

export const levelTexts: Readonly<Record<Level, string>> = {
  says: "yes",
  codes: "by its codes",
  words: "by its words",
  no: "no",
};

/** The columns between an SDK's name and what is said of it. */
export const columns = [...lostReplyNames, "key", "called again"] as const;

/** One row of the table, in the order of the columns. */
export function cellsOf({ runs, subject, verdict }: Result): string[] {
  const lost = lostReplyNames.map(
    (name) => `${arrivals(find(runs, name))}: ${levelTexts[verdict.each[name].level]}`,
  );
  return [...lost, keyByDefault(runs), calledAgain(runs, subject.keyOption)];
}

export function find(runs: readonly Run[], scenario: Scenario): Run {
  const run = runs.find((each) => each.scenario === scenario && each.calls === 1);
  if (!run) throw new Error(`${scenario} was not run`);
  return run;
}

/** How many refund requests came, and whether they were one to a provider that honours keys. */
export function arrivals({ posts }: Run): string {
  if (posts.length < 2) return String(posts.length);
  if (posts.includes(null)) return `${posts.length}, no key`;
  return new Set(posts).size === 1 ? `${posts.length}, same key` : `${posts.length}, other keys`;
}

/** How many refunds a provider carries out that honours idempotency keys for ever. */
const possibleRefunds = ({ posts }: Run): number =>
  new Set(posts.filter((key) => key !== null)).size + posts.filter((key) => key === null).length;

/** The idempotency key where the caller gives none that it need not give. */
function keyByDefault(runs: readonly Run[]): string {
  const calls = runs.filter(
    ({ gaveKey, calls, posts }) => !gaveKey && calls === 1 && posts.length > 0,
  );
  const keys = new Set(calls.flatMap(({ posts }) => posts));
  if (keys.has(null)) return keys.size === 1 ? "none" : "sometimes";
  return keys.size === 1 ? "the caller's" : "new each call";
}

const again = (runs: readonly Run[], gaveKey: boolean) =>
  runs.find((run) => run.calls === 2 && run.gaveKey === gaveKey);

/** How many refunds two calls can become, the first of which met a reset. */
function calledAgain(runs: readonly Run[], keyOption?: string): string {
  const [bare, keyed] = [again(runs, false), again(runs, true)];
  if (!bare) throw new Error("nobody called again");
  const refunds = (run: Run) =>
    `${possibleRefunds(run)} refund${possibleRefunds(run) > 1 ? "s" : ""}`;
  return keyed ? `${refunds(bare)}; with ${keyOption}: ${possibleRefunds(keyed)}` : refunds(bare);
}

export const refundsTwice = (runs: readonly Run[]): boolean => {
  const bare = again(runs, false);
  return bare !== undefined && possibleRefunds(bare) > 1;
};

export const sendsAgain = (runs: readonly Run[]): boolean =>
  lostReplyNames.some((name: LostReply) => find(runs, name).posts.length > 1);

/** Longer than this does not help to recognise an error. */
const longest = 140;
const short = (text: string) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
};

const telling =
  /(^|\.)(name|code|type|rawType|status|statusCode|http_code|because|reason|success)$/;

/** Every object has a class, and every error a name: these say nothing. */
const plain = new Set<unknown>(["Object", "Error"]);

/** What the caller got, in a line: the fields near the surface that tell something, and the message. */
export function resultLine(callResult: CallResult): string {
  if (!("facts" in callResult)) {
    return `${callResult.settled === "never" ? "never settles" : "crashes"}: ${callResult.because}`;
  }
  const { settled, facts } = callResult;
  const { class: kind, message = facts.body } = facts;
  const fields = Object.entries(facts)
    .filter(([path, fact]) => telling.test(path) && path.split(".").length < 3 && fact !== kind)
    .filter(([path, fact]) => !(path.endsWith("name") && plain.has(fact)))
    .map(([path, fact]) => `${path} ${short(String(fact))}`);
  const told = [...(plain.has(kind) ? [] : [kind]), ...fields.slice(0, 5)].join(", ");
  return `${settled} ${told}${message ? `: "${short(String(message))}"` : ""}`;
}
